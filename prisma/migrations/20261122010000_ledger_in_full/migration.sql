-- The ledger in full: point types with policies, pending and sliding lots, holds, reversals, a statement line for
-- every cause, and balances that only transfers can move.

-- Point types and the program's limits --------------------------------------------------------------------------

ALTER TABLE "program" ADD COLUMN "ledger_policy" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "program" ADD CONSTRAINT "program_ledger_policy_check" CHECK (jsonb_typeof("ledger_policy") = 'object');

ALTER TABLE "point_type"
  ADD COLUMN "expiry" JSONB NOT NULL DEFAULT '{"kind": "none"}',
  ADD COLUMN "pending" JSONB NOT NULL DEFAULT '{"kind": "immediate"}',
  ADD COLUMN "return_policy" TEXT NOT NULL DEFAULT 'debt';
UPDATE "point_type"
  SET "expiry" = jsonb_build_object('kind', 'rolling', 'unit', 'month', 'count', "expires_after_months")
  WHERE "expires_after_months" IS NOT NULL;
ALTER TABLE "point_type" DROP CONSTRAINT "point_type_expiry_check", DROP COLUMN "expires_after_months";
ALTER TABLE "point_type"
  ADD CONSTRAINT "point_type_expiry_check" CHECK ("expiry" ->> 'kind' IN ('none', 'rolling', 'calendar', 'sliding')),
  ADD CONSTRAINT "point_type_pending_check" CHECK ("pending" ->> 'kind' IN ('immediate', 'period', 'date', 'event')),
  ADD CONSTRAINT "point_type_return_policy_check"
    CHECK ("return_policy" IN ('debt', 'within_balance', 'only_pending'));

-- Accounts ------------------------------------------------------------------------------------------------------

ALTER TYPE "account_kind" RENAME TO "account_kind_before";
CREATE TYPE "account_kind" AS ENUM ('available', 'pending', 'debt', 'issued', 'redeemed', 'expired', 'adjusted',
                                    'returned', 'clearing');
ALTER TABLE "account" ALTER COLUMN "kind" TYPE "account_kind" USING "kind"::text::"account_kind";
DROP TYPE "account_kind_before";

ALTER TABLE "account"
  ADD COLUMN "earned" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "returned" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "spent" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "expired" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "slides_to" DATE;
UPDATE "account" SET "floor" = 0 WHERE "kind" IN ('redeemed', 'expired', 'adjusted', 'returned');
INSERT INTO "account" ("program_id", "account_id", "kind", "point_type_no", "party")
  SELECT "program_id", gen_random_uuid(), 'clearing', "point_type_no", "program_id" FROM "point_type";
UPDATE "account" SET "earned" = moved.earned, "returned" = moved.returned
FROM (
  SELECT program_id, account_id, sum(earned) AS earned, sum(returned) AS returned FROM (
    SELECT program_id, credit_account AS account_id, amount AS earned, 0 AS returned FROM "transfer"
    WHERE kind IN ('earn', 'debt_payment')
    UNION ALL
    SELECT program_id, debit_account, 0, amount FROM "transfer" WHERE kind IN ('return', 'debt')
  ) AS entry GROUP BY program_id, account_id
) AS moved
WHERE "account".program_id = moved.program_id AND "account".account_id = moved.account_id;
-- Points come from the issuing account alone: it and what members owe are all that may stand below zero.
ALTER TABLE "account"
  ADD CONSTRAINT "account_bounded_check" CHECK (("floor" IS NULL) = ("kind" IN ('issued', 'debt'))),
  ADD CONSTRAINT "account_debt_check" CHECK ("kind" <> 'debt' OR "balance" <= 0);

-- Lots ----------------------------------------------------------------------------------------------------------

ALTER TABLE "lot"
  ADD COLUMN "lane" SMALLINT,
  ADD COLUMN "cause_id" UUID,
  ADD COLUMN "sliding" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "activates_on" DATE,
  ADD COLUMN "activates_by" TEXT,
  ADD COLUMN "expiry" JSONB,
  ALTER COLUMN "activated_at" DROP NOT NULL;
UPDATE "lot" SET "lane" = transfer.lane, "cause_id" = transfer.cause_id
FROM "account" JOIN "member" ON member.program_id = account.program_id AND member.member_id = account.party
JOIN "transfer" ON transfer.program_id = member.program_id AND transfer.lane = member.lane
WHERE account.program_id = "lot".program_id AND account.account_id = "lot".account_id
  AND transfer.transfer_no = "lot".lot_no;
ALTER TABLE "lot" ALTER COLUMN "lane" SET NOT NULL, ALTER COLUMN "cause_id" SET NOT NULL;
ALTER TABLE "lot"
  ADD CONSTRAINT "lot_pending_check"
    CHECK (("activated_at" IS NULL) = ("activates_on" IS NOT NULL OR "activates_by" IS NOT NULL)
           AND ("activated_at" IS NOT NULL OR "expires_on" = 'infinity')),
  ADD CONSTRAINT "lot_sliding_check" CHECK (NOT "sliding" OR "expires_on" = 'infinity');
CREATE INDEX "lot_program_id_expires_on_idx" ON "lot" USING brin ("program_id", "expires_on");
CREATE INDEX "lot_program_id_activates_on_idx" ON "lot" ("program_id", "activates_on")
  WHERE "activates_on" IS NOT NULL;

-- Statement lines -----------------------------------------------------------------------------------------------

DROP INDEX "transfer_program_id_member_id_transfer_no_idx";
ALTER TABLE "transfer" DROP CONSTRAINT "transfer_kind_check";
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_kind_check"
  CHECK ("kind" IN ('earn', 'debt_payment', 'activate', 'return', 'debt', 'spend', 'expire', 'credit', 'debit',
                    'transfer_out', 'transfer_in', 'reversal'));

ALTER TABLE "lane" ADD COLUMN "next_entry" BIGINT NOT NULL DEFAULT 1;
ALTER TABLE "lane" DROP CONSTRAINT "lane_number_check";

ALTER TABLE "decision" DISABLE TRIGGER "decision_append_only";
ALTER TABLE "decision" RENAME COLUMN "event_id" TO "cause_id";
ALTER TABLE "decision"
  ADD COLUMN "lane" SMALLINT,
  ADD COLUMN "entry_no" BIGINT,
  ADD COLUMN "kind" TEXT,
  ADD COLUMN "delta" BIGINT,
  ADD COLUMN "balance_after" BIGINT,
  ADD COLUMN "first_transfer" BIGINT,
  ADD COLUMN "transfers" INTEGER,
  ADD COLUMN "occurred_at" TIMESTAMPTZ(3);
UPDATE "decision" SET
  lane = line.lane, entry_no = line.entry_no, kind = line.kind, delta = line.delta,
  balance_after = line.balance_after, first_transfer = line.first_transfer, transfers = line.transfers,
  occurred_at = line.occurred_at
FROM (
  SELECT decision.program_id, decision.cause_id, member.lane,
         row_number() OVER (PARTITION BY decision.program_id, member.lane
                            ORDER BY decision.posted_at, moved.first_transfer NULLS FIRST, decision.cause_id) AS entry_no,
         decision.outcome #>> '{subject,type}' AS kind, coalesce(moved.delta, 0) AS delta,
         (decision.outcome ->> 'balanceAfter')::bigint AS balance_after,
         coalesce(moved.first_transfer, 1) AS first_transfer, coalesce(moved.transfers, 0) AS transfers,
         event.occurred_at
  FROM "decision"
  JOIN "event" ON event.program_id = decision.program_id AND event.event_id = decision.cause_id
  JOIN "member" ON member.program_id = decision.program_id AND member.member_id = decision.member_id
  LEFT JOIN (
    SELECT program_id, cause_id, min(transfer_no) AS first_transfer, count(*) AS transfers,
           sum(CASE kind WHEN 'earn' THEN amount WHEN 'return' THEN -amount ELSE 0 END) AS delta
    FROM "transfer" GROUP BY program_id, cause_id
  ) AS moved ON moved.program_id = decision.program_id AND moved.cause_id = decision.cause_id
) AS line
WHERE "decision".program_id = line.program_id AND "decision".cause_id = line.cause_id;
ALTER TABLE "decision"
  ALTER COLUMN "lane" SET NOT NULL, ALTER COLUMN "entry_no" SET NOT NULL, ALTER COLUMN "kind" SET NOT NULL,
  ALTER COLUMN "delta" SET NOT NULL, ALTER COLUMN "balance_after" SET NOT NULL,
  ALTER COLUMN "first_transfer" SET NOT NULL, ALTER COLUMN "transfers" SET NOT NULL,
  ALTER COLUMN "occurred_at" SET NOT NULL;
ALTER TABLE "decision" ADD CONSTRAINT "decision_number_check"
  CHECK ("entry_no" >= 1 AND "first_transfer" >= 1 AND "transfers" >= 0);
ALTER TABLE "decision" ENABLE TRIGGER "decision_append_only";
CREATE INDEX "decision_program_id_member_id_entry_no_idx" ON "decision" ("program_id", "member_id", "entry_no");

UPDATE "lane" SET next_entry = counted.entries + 1
FROM (SELECT program_id, lane, count(*) AS entries FROM "decision" GROUP BY program_id, lane) AS counted
WHERE "lane".program_id = counted.program_id AND "lane".lane = counted.lane;
ALTER TABLE "lane" ADD CONSTRAINT "lane_number_check"
  CHECK ("lane" >= 0 AND "next_transfer" >= 1 AND "next_entry" >= 1 AND "block_no" >= 0);

ALTER TABLE "day_total"
  ADD COLUMN "expired" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "adjusted" BIGINT NOT NULL DEFAULT 0,
  DROP CONSTRAINT "day_total_check";
-- What is reversed today may have been issued yesterday, so all but the count of events can fall below zero.
ALTER TABLE "day_total" ADD CONSTRAINT "day_total_check" CHECK ("events" >= 0);

-- Holds and reversals -------------------------------------------------------------------------------------------

CREATE TYPE "hold_state" AS ENUM ('open', 'captured', 'released', 'expired');
CREATE TABLE "hold" (
  "program_id" UUID NOT NULL,
  "hold_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "lane" SMALLINT NOT NULL,
  "account_id" UUID NOT NULL,
  "point_type_no" SMALLINT NOT NULL,
  "amount" BIGINT NOT NULL,
  "captured" BIGINT NOT NULL DEFAULT 0,
  "state" "hold_state" NOT NULL DEFAULT 'open',
  "reason" TEXT NOT NULL,
  "reference" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "closed_at" TIMESTAMPTZ(3),
  CONSTRAINT "hold_pkey" PRIMARY KEY ("program_id", "hold_id"),
  CONSTRAINT "hold_amount_check" CHECK ("amount" > 0),
  CONSTRAINT "hold_captured_check" CHECK ("captured" BETWEEN 0 AND "amount"),
  CONSTRAINT "hold_state_check" CHECK (("closed_at" IS NULL) = ("state" = 'open'))
);
CREATE INDEX "hold_program_id_member_id_hold_id_idx" ON "hold" ("program_id", "member_id", "hold_id");
CREATE INDEX "hold_open_idx" ON "hold" ("program_id", "expires_at") WHERE "state" = 'open';

CREATE TABLE "hold_lot" (
  "program_id" UUID NOT NULL,
  "hold_id" UUID NOT NULL,
  "lot_no" BIGINT NOT NULL,
  "expires_on" DATE NOT NULL,
  "amount" BIGINT NOT NULL,
  CONSTRAINT "hold_lot_pkey" PRIMARY KEY ("program_id", "hold_id", "lot_no"),
  CONSTRAINT "hold_lot_amount_check" CHECK ("amount" >= 0),
  CONSTRAINT "hold_lot_program_id_hold_id_fkey" FOREIGN KEY ("program_id", "hold_id")
    REFERENCES "hold" ("program_id", "hold_id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE FUNCTION refuse_reopening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'hold % is % for good', OLD.hold_id, OLD.state USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "hold_terminal" BEFORE UPDATE OR DELETE ON "hold" FOR EACH ROW
  WHEN (OLD."state" <> 'open') EXECUTE FUNCTION refuse_reopening();

CREATE TABLE "reversal" (
  "program_id" UUID NOT NULL,
  "lane" SMALLINT NOT NULL,
  "transfer_no" BIGINT NOT NULL,
  "reversing_no" BIGINT NOT NULL,
  "amount" BIGINT NOT NULL,
  CONSTRAINT "reversal_pkey" PRIMARY KEY ("program_id", "lane", "transfer_no", "reversing_no"),
  CONSTRAINT "reversal_amount_check" CHECK ("amount" > 0)
);
CREATE TRIGGER "reversal_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "reversal"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_excess_reversal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  original bigint;
  reversed bigint;
BEGIN
  SELECT amount INTO original FROM transfer
  WHERE program_id = NEW.program_id AND lane = NEW.lane AND transfer_no = NEW.transfer_no;
  SELECT sum(amount) INTO reversed FROM reversal
  WHERE program_id = NEW.program_id AND lane = NEW.lane AND transfer_no = NEW.transfer_no;
  IF reversed > coalesce(original, 0) THEN
    RAISE EXCEPTION 'transfer % of lane % moved % points, so % cannot be reversed', NEW.transfer_no, NEW.lane,
      coalesce(original, 0), reversed USING ERRCODE = 'check_violation', CONSTRAINT = 'reversal_bounded';
  END IF;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "reversal_bounded" AFTER INSERT ON "reversal" FOR EACH ROW EXECUTE FUNCTION refuse_excess_reversal();

-- Balances move by transfers alone ------------------------------------------------------------------------------

-- What each new transfer does to accounts and lots. The caller holds the lane and its members' accounts, and has
-- inserted the lots that the transfers open, whole, and moved those that became active. The program's own accounts come last
-- and in order of id, because every lane meets there.
CREATE FUNCTION apply_transfers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  expected bigint;
  found bigint;
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
             sum(CASE WHEN found.account_id = added.credit_account THEN added.amount ELSE -added.amount END) AS amount
      FROM added CROSS JOIN LATERAL (
        SELECT program_id, account_id, expires_on, lot_no FROM lot
        WHERE lot.program_id = added.program_id AND lot.account_id IN (added.debit_account, added.credit_account)
          AND lot.lot_no = added.lot_no
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

  UPDATE account SET
    balance = account.balance + moved.amount,
    earned = account.earned + moved.earned,
    returned = account.returned + moved.returned,
    spent = account.spent + moved.spent,
    expired = account.expired + moved.expired
  FROM (
    SELECT entry.program_id, entry.account_id, sum(entry.amount)::bigint AS amount,
           coalesce(sum(entry.amount) FILTER (WHERE own.kind = 'issued'), 0)::bigint AS earned,
           coalesce(-sum(entry.amount) FILTER (WHERE own.kind = 'returned'), 0)::bigint AS returned,
           coalesce(-sum(entry.amount) FILTER (WHERE own.kind = 'redeemed'), 0)::bigint AS spent,
           coalesce(-sum(entry.amount) FILTER (WHERE own.kind = 'expired'), 0)::bigint AS expired
    FROM (
      SELECT program_id, credit_account AS account_id, debit_account AS other, amount FROM added
      UNION ALL
      SELECT program_id, debit_account, credit_account, -amount FROM added
    ) AS entry
    LEFT JOIN account AS own ON own.program_id = entry.program_id AND own.account_id = entry.other
      AND own.party = entry.program_id
    GROUP BY entry.program_id, entry.account_id
  ) AS moved
  WHERE account.program_id = moved.program_id AND account.account_id = moved.account_id;
  RETURN NULL;
END;
$$;
CREATE TRIGGER "transfer_moves_balances" AFTER INSERT ON "transfer"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION apply_transfers();

CREATE FUNCTION refuse_untransferred() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the balance of account % moves by transfers alone', NEW.account_id
    USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "account_moves_by_transfer" BEFORE UPDATE ON "account" FOR EACH ROW
  WHEN (pg_trigger_depth() = 0 AND (NEW.balance <> OLD.balance OR NEW.earned <> OLD.earned
        OR NEW.returned <> OLD.returned OR NEW.spent <> OLD.spent OR NEW.expired <> OLD.expired))
  EXECUTE FUNCTION refuse_untransferred();
CREATE TRIGGER "account_opens_empty" BEFORE INSERT ON "account" FOR EACH ROW
  WHEN (NEW.balance <> 0 OR NEW.earned <> 0 OR NEW.returned <> 0 OR NEW.spent <> 0 OR NEW.expired <> 0)
  EXECUTE FUNCTION refuse_untransferred();

CREATE FUNCTION refuse_undrawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'lot % of account % is drawn by transfers alone', NEW.lot_no, NEW.account_id
    USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "lot_moves_by_transfer" BEFORE UPDATE ON "lot" FOR EACH ROW
  WHEN (pg_trigger_depth() = 0 AND (NEW.remaining <> OLD.remaining OR NEW.granted <> OLD.granted
        OR NEW.lot_no <> OLD.lot_no))
  EXECUTE FUNCTION refuse_undrawn();
CREATE TRIGGER "lot_opens_whole" BEFORE INSERT ON "lot" FOR EACH ROW
  WHEN (NEW.remaining <> NEW.granted) EXECUTE FUNCTION refuse_undrawn();
CREATE TRIGGER "lot_stays" BEFORE DELETE OR TRUNCATE ON "lot" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "account_stays" BEFORE DELETE OR TRUNCATE ON "account" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
