-- Pools: points that a household or a team shares. In the ledger a pool is a party like a member.

CREATE TYPE "pool_kind" AS ENUM ('household', 'team');
CREATE TYPE "pool_state" AS ENUM ('active', 'dissolved');
CREATE TYPE "pool_role" AS ENUM ('owner', 'member');
CREATE TYPE "pool_member_state" AS ENUM ('invited', 'active', 'declined', 'left', 'removed');

CREATE TABLE "pool" (
  "program_id" UUID NOT NULL,
  "pool_id" UUID NOT NULL,
  "kind" "pool_kind" NOT NULL,
  "name" TEXT NOT NULL,
  "lane" SMALLINT NOT NULL,
  "owner_id" UUID NOT NULL,
  "state" "pool_state" NOT NULL DEFAULT 'active',
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "dissolved_at" TIMESTAMPTZ(3),
  CONSTRAINT "pool_pkey" PRIMARY KEY ("program_id", "pool_id"),
  CONSTRAINT "pool_name_check" CHECK (char_length("name") BETWEEN 1 AND 60),
  CONSTRAINT "pool_lane_check" CHECK ("lane" >= 0),
  CONSTRAINT "pool_state_check" CHECK (("dissolved_at" IS NULL) = ("state" = 'active'))
);
CREATE UNIQUE INDEX "pool_program_id_pool_id_kind_key" ON "pool" ("program_id", "pool_id", "kind");
CREATE INDEX "pool_program_id_created_at_pool_id_idx" ON "pool" ("program_id", "created_at", "pool_id");

CREATE TABLE "pool_member" (
  "program_id" UUID NOT NULL,
  "pool_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "kind" "pool_kind" NOT NULL,
  "role" "pool_role" NOT NULL DEFAULT 'member',
  "state" "pool_member_state" NOT NULL,
  "monthly_limit" BIGINT,
  "contributed" BIGINT NOT NULL DEFAULT 0,
  "invited_at" TIMESTAMPTZ(3) NOT NULL,
  "joined_at" TIMESTAMPTZ(3),
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "pool_member_pkey" PRIMARY KEY ("program_id", "pool_id", "member_id"),
  CONSTRAINT "pool_member_limit_check" CHECK ("monthly_limit" >= 0),
  CONSTRAINT "pool_member_contributed_check" CHECK ("contributed" >= 0),
  CONSTRAINT "pool_member_joined_check" CHECK ("state" <> 'active' OR "joined_at" IS NOT NULL),
  CONSTRAINT "pool_member_ended_check" CHECK (("ended_at" IS NOT NULL) = ("state" IN ('declined', 'left', 'removed'))),
  -- Whoever runs a pool is in it for as long as it lasts.
  CONSTRAINT "pool_member_owner_check" CHECK ("role" <> 'owner' OR "state" IN ('active', 'left')),
  CONSTRAINT "pool_member_program_id_pool_id_kind_fkey" FOREIGN KEY ("program_id", "pool_id", "kind")
    REFERENCES "pool" ("program_id", "pool_id", "kind") ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX "pool_member_program_id_member_id_pool_id_idx" ON "pool_member" ("program_id", "member_id", "pool_id");
-- Nobody is in two households at a time.
CREATE UNIQUE INDEX "pool_member_household_key" ON "pool_member" ("program_id", "member_id")
  WHERE "kind" = 'household' AND "state" = 'active';

CREATE TABLE "pool_spend" (
  "program_id" UUID NOT NULL,
  "spend_id" UUID NOT NULL,
  "pool_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "points" BIGINT NOT NULL,
  "spent_on" DATE NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "pool_spend_pkey" PRIMARY KEY ("program_id", "spend_id"),
  CONSTRAINT "pool_spend_points_check" CHECK ("points" > 0)
);
CREATE INDEX "pool_spend_program_id_pool_id_member_id_spent_on_idx"
  ON "pool_spend" ("program_id", "pool_id", "member_id", "spent_on");
