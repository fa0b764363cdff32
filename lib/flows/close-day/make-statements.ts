import { addMonths } from "@/lib/core/calendar";
import { type DayCounts, listWaiting, type OpenRun, takeDueLane, wholeLane } from "@/lib/day-runs";
import type { Tx } from "@/lib/db";
import { insertCuts, insertStatements, listStatementParties, type StatementPlace } from "@/lib/statements";
import type { Batch } from "./batch";
import type { ClosingDay, DayStep, WorkFor } from "./day";
import { inDueLane } from "./in-due-lane";
import { listLanes, listWaitingStatements } from "./sql";

/**
 * On the first day of a month everybody gets a statement of the month before; on other days there is nothing to do.
 * A lane is one piece of work. Where that fails its members are, so that one of them keeps nobody else waiting.
 */
export const makeStatements: DayStep = {
  name: "statements",
  async list(tx, { ctx, day, startsAt }) {
    if (!day.endsWith("-01")) return 0;
    await insertCuts(tx, ctx.programId, addMonths(day, -1), startsAt);
    const place = { programId: ctx.programId, day };
    return (await listLanes(tx, place)) + (await listWaitingStatements(tx, place));
  },
  work: async (tx, day, run, batch) =>
    (await makeLaneStatements(tx, day, run, batch)) ??
    inDueLane(tx, run, batch, (lane, due) => statementsFor(tx, day, lane, due)),
  workFor: statementsFor,
  partiesOf: (tx, day, lane) => listStatementParties(tx, placeOf(day, lane)),
};

function placeOf({ ctx, day }: ClosingDay, lane: number): StatementPlace {
  return { programId: ctx.programId, month: addMonths(day, -1), lane };
}

/** Transfers up to the cut do not change any more, so the lane goes on posting meanwhile. */
async function makeLaneStatements(
  tx: Tx,
  day: ClosingDay,
  run: OpenRun,
  batch: Batch,
): Promise<DayCounts | null> {
  const lane = await takeDueLane(tx, run);
  if (lane === null) return null;
  batch.taken = { lane, due: [wholeLane(run.programId)] };
  // Whoever has none of an earlier month yet gets that first.
  const except = await listWaiting(tx, run.programId, "statements");
  return { done: 1, statements: await insertStatements(tx, placeOf(day, lane), { except }, day.now) };
}

async function statementsFor(...[tx, day, { lane }, due]: Parameters<WorkFor>): Promise<DayCounts> {
  const only = due.map(({ party }) => party);
  return { done: due.length, statements: await insertStatements(tx, placeOf(day, lane), { only }, day.now) };
}
