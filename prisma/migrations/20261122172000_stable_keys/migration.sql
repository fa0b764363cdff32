-- Keys that files know rewards, code pools and reward partners by.

-- Whoever adds one without a key gets one that nobody else has.
ALTER TABLE "reward" ADD COLUMN "key" TEXT NOT NULL DEFAULT gen_random_uuid()::text;
ALTER TABLE "code_pool" ADD COLUMN "key" TEXT NOT NULL DEFAULT gen_random_uuid()::text;
ALTER TABLE "reward_partner" ADD COLUMN "key" TEXT NOT NULL DEFAULT gen_random_uuid()::text;

-- Keys of what there is: from the names, numbered where several have the same.
UPDATE "reward" SET "key" = named."key" || CASE WHEN named.place = 1 THEN '' ELSE '-' || named.place END
FROM (
  SELECT "program_id", "reward_id", "key",
         row_number() OVER (PARTITION BY "program_id", "key" ORDER BY "reward_id") AS place
  FROM (
    SELECT "program_id", "reward_id",
           coalesce(nullif(trim(BOTH '-' FROM left(regexp_replace(lower("name"), '[^a-z0-9]+', '-', 'g'), 48)), ''),
                    'reward') AS "key"
    FROM "reward"
  ) AS slug
) AS named
WHERE "reward"."program_id" = named."program_id" AND "reward"."reward_id" = named."reward_id";

UPDATE "code_pool" SET "key" = named."key" || CASE WHEN named.place = 1 THEN '' ELSE '-' || named.place END
FROM (
  SELECT "program_id", "pool_id", "key",
         row_number() OVER (PARTITION BY "program_id", "key" ORDER BY "pool_id") AS place
  FROM (
    SELECT "program_id", "pool_id",
           coalesce(nullif(trim(BOTH '-' FROM left(regexp_replace(lower("name"), '[^a-z0-9]+', '-', 'g'), 48)), ''),
                    'pool') AS "key"
    FROM "code_pool"
  ) AS slug
) AS named
WHERE "code_pool"."program_id" = named."program_id" AND "code_pool"."pool_id" = named."pool_id";

UPDATE "reward_partner" SET "key" = named."key" || CASE WHEN named.place = 1 THEN '' ELSE '-' || named.place END
FROM (
  SELECT "program_id", "partner_id", "key",
         row_number() OVER (PARTITION BY "program_id", "key" ORDER BY "partner_id") AS place
  FROM (
    SELECT partner."program_id", partner."partner_id",
           coalesce(nullif(trim(BOTH '-' FROM left(regexp_replace(lower(company."name"), '[^a-z0-9]+', '-', 'g'), 48)), ''),
                    'partner') AS "key"
    FROM "reward_partner" AS partner
    JOIN "organization" AS company ON company."organization_id" = partner."partner_id"
  ) AS slug
) AS named
WHERE "reward_partner"."program_id" = named."program_id" AND "reward_partner"."partner_id" = named."partner_id";

-- A number at the end of one name may be another's: then the id tells them apart.
UPDATE "reward" SET "key" = left("key", 40) || '-' || right("reward_id"::text, 12)
WHERE EXISTS (
  SELECT FROM "reward" AS other
  WHERE other."program_id" = "reward"."program_id" AND other."key" = "reward"."key"
    AND other."reward_id" < "reward"."reward_id"
);
UPDATE "code_pool" SET "key" = left("key", 40) || '-' || right("pool_id"::text, 12)
WHERE EXISTS (
  SELECT FROM "code_pool" AS other
  WHERE other."program_id" = "code_pool"."program_id" AND other."key" = "code_pool"."key"
    AND other."pool_id" < "code_pool"."pool_id"
);
UPDATE "reward_partner" SET "key" = left("key", 40) || '-' || right("partner_id"::text, 12)
WHERE EXISTS (
  SELECT FROM "reward_partner" AS other
  WHERE other."program_id" = "reward_partner"."program_id" AND other."key" = "reward_partner"."key"
    AND other."partner_id" < "reward_partner"."partner_id"
);

ALTER TABLE "reward" ADD CONSTRAINT "reward_key_check" CHECK ("key" ~ '^[a-z0-9][a-z0-9-]{0,63}$');
ALTER TABLE "code_pool" ADD CONSTRAINT "code_pool_key_check" CHECK ("key" ~ '^[a-z0-9][a-z0-9-]{0,63}$');
ALTER TABLE "reward_partner" ADD CONSTRAINT "reward_partner_key_check" CHECK ("key" ~ '^[a-z0-9][a-z0-9-]{0,63}$');

CREATE UNIQUE INDEX "reward_program_id_key_key" ON "reward" ("program_id", "key");
CREATE UNIQUE INDEX "code_pool_program_id_key_key" ON "code_pool" ("program_id", "key");
CREATE UNIQUE INDEX "reward_partner_program_id_key_key" ON "reward_partner" ("program_id", "key");
