import { addDays, startOfDay } from "@/lib/core/calendar";
import type { SqlTx } from "@/lib/db";
import { purchaseKey, type SimulationRequest } from "@/lib/simulations";
import type { Met, PastSource, SourceContext } from "./past-source";
import { readPast } from "./read-past";
import { findTurn, listReturned, listUndone } from "./sql";

type History = Extract<SimulationRequest["source"], { kind: "history" }>;

/**
 * The program's past up to the last day of the period. What lies before the first day is gone through as well, under
 * the rules as they were: limits, budgets and history counters stand as they stood when the period begins.
 */
export async function openHistory(
  tx: SqlTx,
  { program: { programId, timeZone }, share }: Pick<SourceContext, "program" | "share">,
  { from, to }: History,
  members: Map<string, Met>,
): Promise<PastSource> {
  const period = { from: startOfDay(from, timeZone), to: startOfDay(addDays(to, 1), timeZone) };
  const scope = { programId, to: period.to, memberId: null, share };
  const returned = new Set((await listReturned(tx, scope)).map(({ source, id }) => purchaseKey(source, id)));
  return {
    ...period,
    ...(await findTurn(tx, scope, period.from)),
    willReturn: (key) => returned.has(key),
    undone: new Set(await listUndone(tx, scope)),
    batches: readPast(tx, scope, members),
    refused: 0,
  };
}
