import { workerRoute } from "@/lib/api/worker-route";
import { systemClock } from "@/lib/core/clock";
import { closeDays } from "@/lib/flows/close-day";

const MAX_MS = 20_000;

/**
 * Closes days that have begun, for about twenty seconds, and reports what it did; to be called again until `pieces`
 * is 0. Where the worker process runs, it sees to this by itself.
 */
export const POST = workerRoute(() => closeDays({ clock: systemClock, maxMilliseconds: MAX_MS }));
