-- A day is closed when all that it had to do is done.

ALTER TABLE "day_run" ADD CONSTRAINT "day_run_complete_check" CHECK ("state" <> 'finished' OR "done" = "due");
