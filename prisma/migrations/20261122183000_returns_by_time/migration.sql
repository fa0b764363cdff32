-- A simulation asks first which purchases came back: only returns stand in this index, so nothing else pays for it.
CREATE INDEX "event_return_idx" ON "event" ("program_id", "occurred_at") WHERE "type" = 'return';
