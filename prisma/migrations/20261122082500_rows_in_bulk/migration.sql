-- Rows that come by the thousand: a trigger for each row would keep COPY from storing them page by page.
CREATE FUNCTION refuse_opened_in_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part record;
BEGIN
  SELECT lot_no, account_id INTO part FROM opened WHERE remaining <> granted LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'lot % of account % is drawn by transfers alone', part.lot_no, part.account_id
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END;
$$;
DROP TRIGGER "lot_opens_whole" ON "lot";
CREATE TRIGGER "lot_opens_whole" AFTER INSERT ON "lot"
  REFERENCING NEW TABLE AS opened FOR EACH STATEMENT EXECUTE FUNCTION refuse_opened_in_part();

-- Written once and read whole, like decisions and events.
ALTER TABLE "outbox" ALTER COLUMN "payload" TYPE JSON;
