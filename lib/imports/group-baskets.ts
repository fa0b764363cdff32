import "server-only";
import { type Lease, stepUnderLease } from "./lease";
import { numberBaskets } from "./sql";

/** Most lines that one purchase event carries. */
export const MAX_BASKET_LINES = 500;
/** Sorting the lines of a very large file takes a while, and it is one transaction. */
const TIMEOUT_MS = 6 * 60 * 60_000;

/**
 * Puts the staged lines together to baskets in order of time; they may lie far apart in the file. A basket with
 * a rejected line, with several members or with too many lines goes to the report instead, whole.
 * @throws LeaseLost
 */
export async function groupBaskets(lease: Lease): Promise<void> {
  await stepUnderLease(lease, "grouping", (tx) => numberBaskets(tx, lease, MAX_BASKET_LINES), {
    timeoutMs: TIMEOUT_MS,
  });
}
