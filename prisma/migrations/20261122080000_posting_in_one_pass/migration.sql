-- Posting, in fewer look-ups: a lot goes by its number in its lane, as the transfer that opened it does, so what a
-- posting opened is one stretch of one index; and the accounts that transfers move are looked up once each.

ALTER TABLE "lot" DROP CONSTRAINT "lot_pkey";
ALTER TABLE "lot" ADD CONSTRAINT "lot_pkey" PRIMARY KEY ("program_id", "lane", "lot_no");
CREATE INDEX "lot_program_id_account_id_idx" ON "lot" ("program_id", "account_id");

-- What new transfers do to accounts and lots. The caller holds the lane, and has inserted the lots that the transfers
-- open, whole, and moved those that became active. The program's own accounts come last and in order of id, because
-- every lane meets there. Its joins name no constants of "account" and "lot", so that those are looked up by key whenever
-- the plan is made: on empty tables the planner would rather go through all of them, once for each transfer.
CREATE OR REPLACE FUNCTION apply_transfers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  home record;
  batch record;
  missing record;
  own_accounts uuid[];
  own_kinds text[];
  expected bigint;
  met bigint;
BEGIN
  SELECT program_id, lane INTO home FROM added LIMIT 1;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT count(*) FILTER (WHERE program_id <> home.program_id OR lane <> home.lane) AS elsewhere,
         min(transfer_no) AS first_no, max(transfer_no) AS last_no,
         count(*) FILTER (WHERE lot_no = transfer_no) AS opening,
         count(*) FILTER (WHERE lot_no <> transfer_no AND kind <> 'activate') AS drawing
  INTO batch FROM added;
  IF batch.elsewhere > 0 THEN
    RAISE EXCEPTION 'transfers are added lane by lane' USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_lane';
  END IF;

  IF batch.opening > 0 THEN
    FOR missing IN
      SELECT transfer_no, amount, credit_account FROM added WHERE lot_no = transfer_no
      EXCEPT
      SELECT lot_no, granted, account_id FROM lot
      WHERE program_id = home.program_id AND lane = home.lane AND lot_no BETWEEN batch.first_no AND batch.last_no
    LOOP
      -- A lot that was opened pending and became active in the same batch lies with its member elsewhere.
      PERFORM FROM account AS credited
      JOIN account AS other ON other.program_id = credited.program_id AND other.party = credited.party
        AND other.point_type_no = credited.point_type_no
      JOIN lot ON lot.program_id = home.program_id AND lot.lane = home.lane AND lot.lot_no = missing.transfer_no
        AND lot.granted = missing.amount AND lot.account_id = other.account_id
      WHERE credited.program_id = home.program_id AND credited.account_id = missing.credit_account;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'lots are not what their transfers opened: lot % of lane %', missing.transfer_no, home.lane
          USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_opens_lot';
      END IF;
    END LOOP;
  END IF;

  SELECT array_agg(account_id), array_agg(kind::text) INTO own_accounts, own_kinds
  FROM (
    SELECT account_id, kind FROM account
    WHERE program_id = home.program_id AND party = home.program_id
    ORDER BY account_id
    FOR NO KEY UPDATE
  ) AS own;

  IF batch.drawing > 0 THEN
    WITH drawn AS (
      SELECT program_id, lane, lot_no, member_id, point_type_no, count(*) AS draws,
             sum(CASE WHEN credit_account = ANY (own_accounts) THEN -amount ELSE amount END) AS amount
      FROM added
      WHERE lot_no <> transfer_no AND kind <> 'activate'
      GROUP BY program_id, lane, lot_no, member_id, point_type_no
    ), changed AS (
      UPDATE lot SET remaining = lot.remaining + drawn.amount
      FROM drawn
      WHERE lot.program_id = drawn.program_id AND lot.lane = drawn.lane AND lot.lot_no = drawn.lot_no
      RETURNING lot.program_id, lot.account_id, drawn.member_id, drawn.point_type_no, drawn.draws
    )
    SELECT coalesce(sum(changed.draws), 0) INTO met
    FROM changed CROSS JOIN LATERAL (
      SELECT FROM account
      WHERE account.program_id = changed.program_id AND account.account_id = changed.account_id
        AND account.party = changed.member_id AND account.point_type_no = changed.point_type_no
      LIMIT 1
    ) AS owned;
    IF met <> batch.drawing THEN
      RAISE EXCEPTION '% of % transfers name a lot that is not there', batch.drawing - met, batch.drawing
        USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_names_lot';
    END IF;
  END IF;

  -- An account changes only if it is of the member (or the program's own) and the point type that its transfers name,
  -- and if such transfers may come to it and go from it. Both sides of all have to have changed then. `own` is
  -- another account of the same member; points come into being from `issued` alone.
  WITH flow AS MATERIALIZED (
    SELECT program_id, member_id, point_type_no, kind, debit_account, credit_account, sum(amount)::bigint AS amount,
           own_kinds[array_position(own_accounts, debit_account)] AS debit,
           own_kinds[array_position(own_accounts, credit_account)] AS credit
    FROM added
    GROUP BY program_id, member_id, point_type_no, kind, debit_account, credit_account
  ), moved AS (
    SELECT program_id, account_id, party, point_type_no, count(*) AS sides, sum(amount)::bigint AS amount,
           coalesce(sum(amount) FILTER (WHERE other = 'issued'), 0)::bigint AS earned,
           coalesce(-sum(amount) FILTER (WHERE other = 'returned'), 0)::bigint AS returned,
           coalesce(-sum(amount) FILTER (WHERE other = 'redeemed'), 0)::bigint AS spent,
           coalesce(-sum(amount) FILTER (WHERE other = 'expired'), 0)::bigint AS expired,
           coalesce(array_agg(way) FILTER (WHERE way IS NOT NULL), '{}') AS ways
    FROM (
      SELECT program_id, credit_account AS account_id,
             CASE WHEN credit IS NULL THEN member_id ELSE program_id END AS party, point_type_no, amount, debit AS other,
             CASE WHEN credit IS NULL OR debit IS NOT NULL THEN kind || ' from ' || coalesce(debit, 'own') END AS way
      FROM flow
      UNION ALL
      SELECT program_id, debit_account, CASE WHEN debit IS NULL THEN member_id ELSE program_id END, point_type_no,
             -amount, credit, CASE WHEN debit IS NULL THEN kind || ' to ' || coalesce(credit, 'own') END
      FROM flow
    ) AS side
    GROUP BY program_id, account_id, party, point_type_no
  ), changed AS (
    UPDATE account SET
      balance = account.balance + moved.amount,
      earned = account.earned + moved.earned,
      returned = account.returned + moved.returned,
      spent = account.spent + moved.spent,
      expired = account.expired + moved.expired
    FROM moved
    WHERE account.program_id = moved.program_id AND account.account_id = moved.account_id
      AND account.party = moved.party AND account.point_type_no = moved.point_type_no
      AND moved.ways <@ CASE account.kind
        WHEN 'available' THEN ARRAY[
          'earn from issued', 'credit from issued', 'activate from own', 'transfer_in from clearing',
          'spend to redeemed', 'return to returned', 'expire to expired', 'debit to adjusted',
          'transfer_out to clearing', 'reversal to issued', 'reversal to own', 'reversal to clearing',
          'reversal from returned', 'reversal from redeemed', 'reversal from expired', 'reversal from adjusted',
          'reversal from clearing']
        WHEN 'pending' THEN ARRAY[
          'earn from issued', 'credit from issued', 'activate to own', 'return to returned', 'reversal to issued',
          'reversal from own', 'reversal from returned']
        WHEN 'debt' THEN ARRAY[
          'debt_payment from issued', 'debt to returned', 'reversal to issued', 'reversal from returned']
        ELSE '{}'
      END
    RETURNING moved.sides
  )
  SELECT (SELECT 2 * count(*) FROM flow), (SELECT sum(sides) FROM changed) INTO expected, met;
  IF met IS DISTINCT FROM expected THEN
    RAISE EXCEPTION 'a transfer of % to % of lane % does not move points of its member between accounts that it is for',
      batch.first_no, batch.last_no, home.lane USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_sides';
  END IF;
  RETURN NULL;
END;
$$;
