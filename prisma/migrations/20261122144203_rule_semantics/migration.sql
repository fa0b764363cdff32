-- The same rules may give other points when the engine comes to read them otherwise. A rule set says by which reading it
-- was in force. What was published so far is of the first: every program puts its rules into force anew, so that each
-- posting names a rule set of one reading.
ALTER TABLE "rule_set" ADD COLUMN "semantics" smallint NOT NULL DEFAULT 1;
ALTER TABLE "rule_set" ADD CONSTRAINT "rule_set_semantics_check" CHECK ("semantics" >= 1);
ALTER TABLE "rule_set" ALTER COLUMN "semantics" SET DEFAULT 2;

INSERT INTO "rule_set" ("program_id", "version", "campaigns", "groups", "created_at", "semantics")
SELECT "rule_set"."program_id", "rule_set"."version" + 1, "rule_set"."campaigns", "rule_set"."groups", now(), 2
FROM "rule_set"
JOIN "program" ON "program"."program_id" = "rule_set"."program_id" AND "program"."rule_set_version" = "rule_set"."version";

UPDATE "program" SET "rule_set_version" = "rule_set_version" + 1 WHERE "rule_set_version" > 0;
