import { workerRoute } from "@/lib/api/worker-route";
import { systemClock } from "@/lib/core/clock";
import { prepareNext } from "@/lib/flows/prepare-history";

const MAX_MS = 20_000;

/**
 * Counts the history that launched campaigns wait for, for about twenty seconds, and reports what it did; to be called
 * again until nothing is `waiting`. Where the worker process runs, it sees to this by itself.
 */
export const POST = workerRoute(() => prepareNext(systemClock, MAX_MS));
