import { addDays, type Day, startOfDay } from "@/lib/core/calendar";
import type { SqlTx } from "@/lib/db";
import type { ProgramDto } from "@/lib/programs";
import { purchaseKey, type SimulationRequest } from "@/lib/simulations";
import type { Met, PastLength, PastSource, SourceContext } from "./past-source";
import { readPast } from "./read-past";
import { findTurn, listReturned, listUndone } from "./sql";

type History = Extract<SimulationRequest["source"], { kind: "history" }>;

/**
 * The program's past up to the last day of the period. What lies before the first day is gone through as well, under
 * the rules as they were: limits, budgets and history counters stand as they stood when the period begins.
 */
export async function openHistory(
  tx: SqlTx,
  { program, share, length }: Pick<SourceContext, "program" | "share" | "length">,
  { from, to }: History,
  members: Map<string, Met>,
): Promise<PastSource> {
  const { programId, timeZone } = program;
  const period = periodOf(from, to, timeZone);
  const scope = { programId, to: period.to, memberId: null, share };
  const returned = new Set((await listReturned(tx, scope)).map(({ source, id }) => purchaseKey(source, id)));
  const undone = new Set(await listUndone(tx, scope));
  return {
    ...period,
    ...(length ?? (await measureHistory(tx, program, { kind: "history", from, to }))),
    willReturn: (key) => returned.has(key),
    undone,
    comesBack: returned.size > 0 || undone.size > 0,
    batches: readPast(tx, scope, members),
    refused: 0,
  };
}

/** How long the past of everybody is, and when the first entry of the period was posted. */
export function measureHistory(
  tx: SqlTx,
  { programId, timeZone }: Pick<ProgramDto, "programId" | "timeZone">,
  { from, to }: History,
): Promise<PastLength> {
  const period = periodOf(from, to, timeZone);
  return findTurn(tx, { programId, to: period.to, memberId: null, share: null }, period.from);
}

function periodOf(from: Day, to: Day, timeZone: string): { from: Date; to: Date } {
  return { from: startOfDay(from, timeZone), to: startOfDay(addDays(to, 1), timeZone) };
}
