import { workerRoute } from "@/lib/api/worker-route";
import { postSlice } from "@/lib/flows/post-events";

/** Posts one bounded slice of the queue and reports what it did; to be called again until `claimed` is 0. */
export const POST = workerRoute(async () => {
  const { claimed = 0, posted = 0, deadLettered = 0, transfers = 0 } = (await postSlice()) ?? {};
  return { claimed, posted, deadLettered, transfers };
});
