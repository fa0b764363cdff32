-- Another address is not verified, whoever set it, unless they say at the same time that it is.
CREATE FUNCTION forget_email_verification() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.email_verified_at := NULL;
  RETURN NEW;
END;
$$;
CREATE TRIGGER "member_email_verification" BEFORE UPDATE OF "email" ON "member" FOR EACH ROW
  WHEN (OLD."email" IS DISTINCT FROM NEW."email" AND OLD."email_verified_at" IS NOT DISTINCT FROM NEW."email_verified_at")
  EXECUTE FUNCTION forget_email_verification();
