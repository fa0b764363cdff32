-- Rows of days that no window reaches any more are let go of. From which day on a counter keeps them stands beside the
-- counters themselves, in the row that a posting waits for.
ALTER TABLE "lane" ADD COLUMN "history_from" jsonb NOT NULL DEFAULT '{}';

ALTER TABLE "lane" ADD CONSTRAINT "lane_history_from_check" CHECK (jsonb_typeof("history_from") = 'object');
