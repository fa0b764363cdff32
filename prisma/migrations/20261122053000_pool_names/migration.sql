-- Finds pools by the beginning of their name, in the order of their names.
CREATE INDEX "pool_program_id_name_idx" ON "pool" ("program_id", (lower("name") COLLATE "C"), "pool_id");
