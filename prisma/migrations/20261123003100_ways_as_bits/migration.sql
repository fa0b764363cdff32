-- What transfers do to accounts, as in 20261122080000_posting_in_one_pass, with the ways that points may go as bits: as
-- texts, each was put together, gathered in an array and compared with a list, for each account that a posting moves.
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
  -- and if such transfers may come to it and go from it. Both sides of all have to have changed then. `fits` says of a
  -- transfer's side for which kinds of account it is, all of a side's transfers together: 1 available, 2 pending,
  -- 4 debt, 8 the program's own. Where neither is the program's, the points go from one account of a member to another;
  -- points come into being from `issued` alone.
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
           bit_and(fits) AS fits
    FROM (
      SELECT program_id, credit_account AS account_id,
             CASE WHEN credit IS NULL THEN member_id ELSE program_id END AS party, point_type_no, amount, debit AS other,
             CASE
               WHEN credit IS NOT NULL THEN CASE WHEN debit IS NULL THEN 8 ELSE 0 END
               WHEN debit IS NULL THEN CASE kind WHEN 'activate' THEN 1 WHEN 'reversal' THEN 2 ELSE 0 END
               WHEN debit = 'issued' THEN
                 CASE kind WHEN 'earn' THEN 1|2 WHEN 'credit' THEN 1|2 WHEN 'debt_payment' THEN 4 ELSE 0 END
               WHEN debit = 'clearing' THEN CASE kind WHEN 'transfer_in' THEN 1 WHEN 'reversal' THEN 1 ELSE 0 END
               WHEN debit = 'returned' THEN CASE kind WHEN 'reversal' THEN 1|2|4 ELSE 0 END
               WHEN debit IN ('redeemed', 'expired', 'adjusted') THEN CASE kind WHEN 'reversal' THEN 1 ELSE 0 END
               ELSE 0
             END AS fits
      FROM flow
      UNION ALL
      SELECT program_id, debit_account, CASE WHEN debit IS NULL THEN member_id ELSE program_id END, point_type_no,
             -amount, credit,
             CASE
               WHEN debit IS NOT NULL THEN 8
               WHEN credit IS NULL THEN CASE kind WHEN 'activate' THEN 2 WHEN 'reversal' THEN 1 ELSE 0 END
               WHEN credit = 'redeemed' THEN CASE kind WHEN 'spend' THEN 1 ELSE 0 END
               WHEN credit = 'returned' THEN CASE kind WHEN 'return' THEN 1|2 WHEN 'debt' THEN 4 ELSE 0 END
               WHEN credit = 'expired' THEN CASE kind WHEN 'expire' THEN 1 ELSE 0 END
               WHEN credit = 'adjusted' THEN CASE kind WHEN 'debit' THEN 1 ELSE 0 END
               WHEN credit = 'clearing' THEN CASE kind WHEN 'transfer_out' THEN 1 WHEN 'reversal' THEN 1 ELSE 0 END
               WHEN credit = 'issued' THEN CASE kind WHEN 'reversal' THEN 1|2|4 ELSE 0 END
               ELSE 0
             END
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
      AND moved.fits & CASE account.kind WHEN 'available' THEN 1 WHEN 'pending' THEN 2 WHEN 'debt' THEN 4 ELSE 8 END > 0
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

-- What was announced is read within minutes and kept for a day: compressing it costs more than the room it saves.
ALTER TABLE "outbox" ALTER COLUMN "payload" SET STORAGE EXTERNAL;
