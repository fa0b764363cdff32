-- The people of a sponsor look at the campaigns that it pays for.
ALTER TABLE "sponsor" ADD COLUMN "organization_id" UUID;
CREATE UNIQUE INDEX "sponsor_program_id_organization_id_key" ON "sponsor" ("program_id", "organization_id");
