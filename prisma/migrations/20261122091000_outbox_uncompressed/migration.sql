-- A posting announces a thousand events in one message, which is read once and soon: compressing it costs more of the
-- processor than anything else that posting does to one row.
ALTER TABLE "outbox" ALTER COLUMN "payload" SET STORAGE EXTERNAL;
