import { addDays, type Day, startOfDay } from "@/lib/core/calendar";
import type { SqlTx } from "@/lib/db";
import type { ProgramDto } from "@/lib/programs";
import { purchaseKey, type SimulationRequest } from "@/lib/simulations";
import type { Met, PastSource, SourceContext } from "./past-source";
import { readPast } from "./read-past";
import { countPast, findTurn, listReturned, listUndone } from "./sql";

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
  const undone = new Set(await listUndone(tx, scope));
  return {
    ...period,
    ...(await findTurn(tx, scope, period.from)),
    willReturn: (key) => returned.has(key),
    undone,
    comesBack: returned.size > 0 || undone.size > 0,
    batches: readPast(tx, scope, members),
    refused: 0,
  };
}

/** How many entries of everybody there are up to the last day of a period. */
export function countUpTo(
  tx: SqlTx,
  { programId, timeZone }: Pick<ProgramDto, "programId" | "timeZone">,
  lastDay: Day,
): Promise<number> {
  const to = startOfDay(addDays(lastDay, 1), timeZone);
  return countPast(tx, { programId, to, memberId: null, share: null });
}
