-- Points that members send each other, whom they want nothing to do with, and whom the program keeps out of it.

CREATE TABLE "points_transfer" (
  "program_id" UUID NOT NULL,
  "transfer_id" UUID NOT NULL,
  "from_member" UUID NOT NULL,
  "to_member" UUID NOT NULL,
  "points" BIGINT NOT NULL,
  "message" TEXT,
  "sent_on" DATE NOT NULL,
  "arrival_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "points_transfer_pkey" PRIMARY KEY ("program_id", "transfer_id"),
  CONSTRAINT "points_transfer_points_check" CHECK ("points" > 0),
  CONSTRAINT "points_transfer_members_check" CHECK ("from_member" <> "to_member"),
  CONSTRAINT "points_transfer_message_check" CHECK (char_length("message") BETWEEN 1 AND 200)
);
CREATE INDEX "points_transfer_program_id_from_member_sent_on_transfer_id_idx"
  ON "points_transfer" ("program_id", "from_member", "sent_on", "transfer_id");
CREATE INDEX "points_transfer_program_id_to_member_sent_on_transfer_id_idx"
  ON "points_transfer" ("program_id", "to_member", "sent_on", "transfer_id");

CREATE TABLE "transfer_block" (
  "program_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "blocked_member_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "transfer_block_pkey" PRIMARY KEY ("program_id", "member_id", "blocked_member_id"),
  CONSTRAINT "transfer_block_members_check" CHECK ("member_id" <> "blocked_member_id")
);

CREATE TABLE "transfer_bar" (
  "program_id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "sending" BOOLEAN NOT NULL,
  "receiving" BOOLEAN NOT NULL,
  "reason" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "transfer_bar_pkey" PRIMARY KEY ("program_id", "member_id"),
  CONSTRAINT "transfer_bar_direction_check" CHECK ("sending" OR "receiving"),
  CONSTRAINT "transfer_bar_reason_check" CHECK (char_length("reason") BETWEEN 1 AND 200)
);
