-- When a picture was uploaded last: what nobody refers to goes some time after that.
ALTER TABLE "image" ADD COLUMN "last_uploaded_at" TIMESTAMPTZ(3);
UPDATE "image" SET "last_uploaded_at" = "created_at";
ALTER TABLE "image" ALTER COLUMN "last_uploaded_at" SET NOT NULL;
CREATE INDEX "image_last_uploaded_at_idx" ON "image" ("last_uploaded_at");

-- A picture cannot go while a reward shows it, whoever sweeps at the same moment.
ALTER TABLE "reward" ADD CONSTRAINT "reward_program_id_image_id_fkey" FOREIGN KEY ("program_id", "image_id")
  REFERENCES "image" ("program_id", "image_id") ON DELETE RESTRICT ON UPDATE NO ACTION;
CREATE INDEX "reward_program_id_image_id_idx" ON "reward" ("program_id", "image_id");

-- What was promised keeps its picture.
CREATE INDEX "redemption_image_idx" ON "redemption" ("program_id", ("reward" ->> 'imageId'))
  WHERE "reward" ->> 'imageId' IS NOT NULL;
