import { fixedClock } from "@/lib/core/clock";
import { closeDays } from "@/lib/flows/close-day";

/** Closes the days of a program as of an instant, until somebody kills it. See bench/midnight.ts. */
const { CLOSE_PROGRAM = "", CLOSE_AT = "" } = process.env;
await closeDays({ programId: CLOSE_PROGRAM, clock: fixedClock(new Date(CLOSE_AT)) });
process.exit(0);
