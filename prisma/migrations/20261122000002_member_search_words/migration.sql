-- Search words are compared by byte: only so are the words with one beginning a range of the primary key,
-- whatever the collation of the database.
ALTER TABLE "member_search" ALTER COLUMN "word" TYPE text COLLATE "C";
