-- What members give to pools, and have paid out of them to others, counts towards the limits on sending.

CREATE TYPE "pool_passing_kind" AS ENUM ('gift', 'payout');

CREATE TABLE "pool_passing" (
  "program_id" UUID NOT NULL,
  "passing_id" UUID NOT NULL,
  "kind" "pool_passing_kind" NOT NULL,
  "pool_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "points" BIGINT NOT NULL,
  "passed_on" DATE NOT NULL,
  CONSTRAINT "pool_passing_pkey" PRIMARY KEY ("program_id", "passing_id"),
  CONSTRAINT "pool_passing_points_check" CHECK ("points" > 0)
);
CREATE INDEX "pool_passing_program_id_member_id_passed_on_idx"
  ON "pool_passing" ("program_id", "member_id", "passed_on");
