-- A program's settings, its point types and the rules in force announce their changes with the commit, whoever makes
-- them: processes that keep what they have read of the program forget it.
CREATE FUNCTION announce_program_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('tessera_program_changed', coalesce(NEW.program_id, OLD.program_id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "program_announces_change" AFTER UPDATE OR DELETE ON "program"
  FOR EACH ROW EXECUTE FUNCTION announce_program_change();
CREATE TRIGGER "point_type_announces_change" AFTER INSERT OR UPDATE OR DELETE ON "point_type"
  FOR EACH ROW EXECUTE FUNCTION announce_program_change();
