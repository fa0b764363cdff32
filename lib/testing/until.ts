import { setImmediate as nextTurn } from "node:timers/promises";

/** Looks again, turn by turn, until it is so; the test's own time limit ends it otherwise. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await nextTurn();
}
