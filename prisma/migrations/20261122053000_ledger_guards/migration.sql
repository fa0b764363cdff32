-- Guards that hold whoever writes: a kind of transfer keeps to its accounts, an account stays what it is, the head of
-- a lane only moves on, and holds are not deleted.

-- As before, and besides: points move only between the accounts that the kind of transfer is for, of the member and
-- the point type that it names. So points come into being from the issuing account alone. A lot from which a batch
-- draws before it makes it active is found where it lies after both.
CREATE OR REPLACE FUNCTION apply_transfers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  expected bigint;
  found bigint;
  stray record;
BEGIN
  SELECT count(*) INTO expected FROM added WHERE lot_no = transfer_no;
  IF expected > 0 THEN
    SELECT count(*) INTO found
    FROM added CROSS JOIN LATERAL (
      SELECT FROM lot
      WHERE lot.program_id = added.program_id AND lot.account_id = added.credit_account
        AND lot.lot_no = added.lot_no AND lot.granted = added.amount AND lot.lane = added.lane
      LIMIT 1
    ) AS opened
    WHERE added.lot_no = added.transfer_no;
    IF found <> expected THEN
      -- A lot that was opened pending and became active in the same batch lies with its member elsewhere.
      SELECT count(*) INTO found
      FROM added
      JOIN account ON account.program_id = added.program_id AND account.party = added.member_id
        AND account.point_type_no = added.point_type_no
      JOIN lot ON lot.program_id = added.program_id AND lot.account_id = account.account_id
        AND lot.lot_no = added.lot_no AND lot.granted = added.amount AND lot.lane = added.lane
      WHERE added.lot_no = added.transfer_no;
    END IF;
    IF found <> expected THEN
      RAISE EXCEPTION '% of % lots are not what their transfers opened', expected - found, expected
        USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_opens_lot';
    END IF;
  END IF;

  SELECT count(*) INTO expected FROM added WHERE lot_no <> transfer_no AND kind <> 'activate';
  IF expected > 0 THEN
    WITH drawn AS (
      SELECT found.program_id, found.account_id, found.expires_on, found.lot_no, count(*) AS draws,
             sum(CASE WHEN own.is_credit THEN added.amount ELSE -added.amount END) AS amount
      FROM added
      CROSS JOIN LATERAL (
        SELECT party = added.member_id AS is_credit FROM account
        WHERE account.program_id = added.program_id AND account.account_id = added.credit_account
      ) AS own
      CROSS JOIN LATERAL (
        SELECT * FROM (
          SELECT program_id, account_id, expires_on, lot_no FROM lot
          WHERE lot.program_id = added.program_id AND lot.account_id IN (added.debit_account, added.credit_account)
            AND lot.lot_no = added.lot_no
          UNION ALL
          SELECT lot.program_id, lot.account_id, lot.expires_on, lot.lot_no
          FROM account
          JOIN lot ON lot.program_id = account.program_id AND lot.account_id = account.account_id
            AND lot.lot_no = added.lot_no
          WHERE account.program_id = added.program_id AND account.party = added.member_id
            AND account.point_type_no = added.point_type_no
        ) AS place
        LIMIT 1
      ) AS found
      WHERE added.lot_no <> added.transfer_no AND added.kind <> 'activate'
      GROUP BY found.program_id, found.account_id, found.expires_on, found.lot_no
    ), changed AS (
      UPDATE lot SET remaining = lot.remaining + drawn.amount
      FROM drawn
      WHERE lot.program_id = drawn.program_id AND lot.account_id = drawn.account_id
        AND lot.expires_on = drawn.expires_on AND lot.lot_no = drawn.lot_no
      RETURNING drawn.draws
    )
    SELECT sum(draws) INTO found FROM changed;
    IF found IS DISTINCT FROM expected THEN
      RAISE EXCEPTION '% of % transfers name a lot that is not there', expected - coalesce(found, 0), expected
        USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_names_lot';
    END IF;
  END IF;

  PERFORM account_id FROM account
  WHERE (program_id, account_id) IN (
    SELECT account.program_id, account.account_id
    FROM (SELECT DISTINCT program_id FROM added) AS program
    JOIN account ON account.program_id = program.program_id AND account.party = program.program_id)
  ORDER BY program_id, account_id
  FOR NO KEY UPDATE;

  WITH sided AS MATERIALIZED (
    SELECT added.program_id, added.lane, added.transfer_no, added.kind, added.amount, added.debit_account,
           added.credit_account, debit.kind AS debit, credit.kind AS credit,
           debit.party IN (added.member_id, added.program_id) AND credit.party IN (added.member_id, added.program_id)
             AND debit.point_type_no = added.point_type_no AND credit.point_type_no = added.point_type_no AS is_own,
           debit.party = added.program_id AS from_program, credit.party = added.program_id AS to_program
    FROM added
    LEFT JOIN account AS debit
      ON debit.program_id = added.program_id AND debit.account_id = added.debit_account
    LEFT JOIN account AS credit
      ON credit.program_id = added.program_id AND credit.account_id = added.credit_account
  ), moved AS (
    SELECT entry.program_id, entry.account_id, sum(entry.amount)::bigint AS amount,
           coalesce(sum(entry.amount) FILTER (WHERE entry.other = 'issued'), 0)::bigint AS earned,
           coalesce(-sum(entry.amount) FILTER (WHERE entry.other = 'returned'), 0)::bigint AS returned,
           coalesce(-sum(entry.amount) FILTER (WHERE entry.other = 'redeemed'), 0)::bigint AS spent,
           coalesce(-sum(entry.amount) FILTER (WHERE entry.other = 'expired'), 0)::bigint AS expired
    FROM (
      SELECT program_id, credit_account AS account_id, CASE WHEN from_program THEN debit END AS other, amount FROM sided
      UNION ALL
      SELECT program_id, debit_account, CASE WHEN to_program THEN credit END, -amount FROM sided
    ) AS entry
    GROUP BY entry.program_id, entry.account_id
  ), changed AS (
    UPDATE account SET
      balance = account.balance + moved.amount,
      earned = account.earned + moved.earned,
      returned = account.returned + moved.returned,
      spent = account.spent + moved.spent,
      expired = account.expired + moved.expired
    FROM moved
    WHERE account.program_id = moved.program_id AND account.account_id = moved.account_id
  )
  SELECT lane, transfer_no, kind, coalesce(debit::text, 'nowhere') AS debit, coalesce(credit::text, 'nowhere') AS credit
  INTO stray
  FROM sided
  WHERE is_own IS NOT TRUE OR (kind || ' ' || debit || ' ' || credit) <> ALL (ARRAY[
    'earn issued available', 'earn issued pending', 'credit issued available', 'credit issued pending',
    'debt_payment issued debt', 'activate pending available', 'return available returned', 'return pending returned',
    'debt debt returned', 'spend available redeemed', 'expire available expired', 'debit available adjusted',
    'transfer_out available clearing', 'transfer_in clearing available',
    'reversal available issued', 'reversal pending issued', 'reversal debt issued', 'reversal available pending',
    'reversal returned available', 'reversal returned pending', 'reversal returned debt', 'reversal redeemed available',
    'reversal expired available', 'reversal adjusted available', 'reversal clearing available',
    'reversal available clearing'])
  LIMIT 1;
  IF stray.kind IS NOT NULL THEN
    RAISE EXCEPTION 'transfer % of lane %: % does not move points of its member from % to %', stray.transfer_no,
      stray.lane, stray.kind, stray.debit, stray.credit
      USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_sides';
  END IF;
  RETURN NULL;
END;
$$;

CREATE FUNCTION refuse_other_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'account % stays the % account of its owner', OLD.account_id, OLD.kind
    USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "account_stays_itself" BEFORE UPDATE OF "program_id", "account_id", "kind", "point_type_no", "party"
  ON "account" FOR EACH ROW EXECUTE FUNCTION refuse_other_account();

CREATE FUNCTION refuse_turning_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'lane % of program % only moves on', OLD.lane, OLD.program_id USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "lane_moves_on" BEFORE UPDATE ON "lane" FOR EACH ROW
  WHEN (NEW."next_transfer" < OLD."next_transfer" OR NEW."next_entry" < OLD."next_entry"
        OR NEW."block_no" < OLD."block_no"
        OR (NEW."head_hash" <> OLD."head_hash" AND NEW."block_no" = OLD."block_no"))
  EXECUTE FUNCTION refuse_turning_back();

CREATE TRIGGER "lane_stays" BEFORE DELETE OR TRUNCATE ON "lane" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "hold_stays" BEFORE DELETE OR TRUNCATE ON "hold" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "hold_lot_stays" BEFORE DELETE OR TRUNCATE ON "hold_lot"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
