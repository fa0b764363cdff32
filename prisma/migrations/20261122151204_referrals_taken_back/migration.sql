-- What a referral gave is taken back when the purchase that it was given for comes back.

ALTER TABLE "referral"
  ADD COLUMN "return_noted_at" TIMESTAMPTZ(3),
  ADD COLUMN "taken_back_at" TIMESTAMPTZ(3),
  ADD COLUMN "referrer_taken" INTEGER,
  ADD COLUMN "referee_taken" INTEGER,
  ADD CONSTRAINT "referral_returned_check"
    CHECK (("return_noted_at" IS NULL AND "taken_back_at" IS NULL) OR "state" = 'rewarded'),
  ADD CONSTRAINT "referral_taken_back_check" CHECK (
    ("taken_back_at" IS NOT NULL) = ("referrer_taken" IS NOT NULL)
    AND ("taken_back_at" IS NOT NULL) = ("referee_taken" IS NOT NULL)
    AND "referrer_taken" BETWEEN 0 AND "referrer_points" AND "referee_taken" BETWEEN 0 AND "referee_points"
  );
CREATE INDEX "referral_purchase_idx" ON "referral" ("program_id", "purchase_event_id") WHERE "state" = 'rewarded';
CREATE INDEX "referral_returned_idx" ON "referral" ("return_noted_at")
  WHERE "return_noted_at" IS NOT NULL AND "taken_back_at" IS NULL;

-- What was given is given once, and taken back once.
CREATE OR REPLACE FUNCTION refuse_rewarded_referral() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.taken_back_at IS NULL
     AND (NEW.program_id, NEW.referral_id, NEW.referrer_id, NEW.referee_id, NEW.state, NEW.joined_at,
          NEW.purchase_event_id, NEW.rewarded_at, NEW.referrer_points, NEW.referee_points)
       = (OLD.program_id, OLD.referral_id, OLD.referrer_id, OLD.referee_id, OLD.state, OLD.joined_at,
          OLD.purchase_event_id, OLD.rewarded_at, OLD.referrer_points, OLD.referee_points) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'referral % has been rewarded', OLD.referral_id USING ERRCODE = 'restrict_violation';
END;
$$;
