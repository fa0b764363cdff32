-- Outside of a transaction that names a scrubbing, what is only added to is not changed at all.
CREATE FUNCTION refuse_outside_of_scrubbing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(current_setting('tessera.scrubbing', true), '') <> '' THEN RETURN NULL; END IF;
  RAISE EXCEPTION '% of table % is refused: its rows are only ever added', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END;
$$;

-- The steps of a redemption stay; what was noted with them goes with the member.
DROP TRIGGER "redemption_step_stays" ON "redemption_step";
CREATE TRIGGER "redemption_step_stays" BEFORE DELETE OR TRUNCATE ON "redemption_step"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "redemption_step_scrubbed_only" BEFORE UPDATE ON "redemption_step"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_scrubbed('detail');
CREATE TRIGGER "redemption_step_scrubbed_at_all" BEFORE UPDATE ON "redemption_step"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_outside_of_scrubbing();

-- A statement that meets no row is refused like any other, so that a guard cannot be felt for.
CREATE TRIGGER "decision_scrubbed_at_all" BEFORE UPDATE ON "decision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_outside_of_scrubbing();
CREATE TRIGGER "audit_scrubbed_at_all" BEFORE UPDATE ON "audit"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_outside_of_scrubbing();
