import { addMonths } from "@/lib/core/calendar";
import { type OpenRun, takeDueLane } from "@/lib/day-runs";
import type { Tx } from "@/lib/db";
import { insertCuts, insertStatements } from "@/lib/statements";
import type { ClosingDay, DayStep } from "./day";
import { listLanes } from "./sql";

/** On the first day of a month everybody gets a statement of the month before; on other days there is nothing to do. */
export const makeStatements: DayStep = {
  name: "statements",
  async list(tx, { ctx, day, startsAt }) {
    if (!day.endsWith("-01")) return 0;
    await insertCuts(tx, ctx.programId, addMonths(day, -1), startsAt);
    return listLanes(tx, { programId: ctx.programId, day });
  },
  work: makeLaneStatements,
};

/** Transfers up to the cut do not change any more, so the lane goes on posting meanwhile. */
async function makeLaneStatements(tx: Tx, { ctx, day, now }: ClosingDay, run: OpenRun) {
  const lane = await takeDueLane(tx, run);
  if (lane === null) return null;
  const place = { programId: ctx.programId, month: addMonths(day, -1), lane };
  return { done: 1, statements: await insertStatements(tx, place, now) };
}
