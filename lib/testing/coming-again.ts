import { Unavailable } from "@/lib/core/errors";
import { isPoolExhausted } from "@/lib/db/errors";

/**
 * Does what somebody does who is told to come again because every connection is in use, or a lane busy for too long:
 * comes again. How busy the machine is decides how often, not what comes of it.
 */
export async function comingAgain<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Unavailable || isPoolExhausted(error))) throw error;
    }
  }
}
