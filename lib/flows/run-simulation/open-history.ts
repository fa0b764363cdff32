import { addDays, startOfDay } from "@/lib/core/calendar";
import type { SqlTx } from "@/lib/db";
import type { ProgramDto } from "@/lib/programs";
import { type PastMember, purchaseKey, type SimulationRequest } from "@/lib/simulations";
import type { PastSource } from "./past-source";
import { readPast } from "./read-past";
import { countPast, listReturned, listUndone } from "./sql";

type History = Extract<SimulationRequest["source"], { kind: "history" }>;

/**
 * The program's past up to the last day of the period. What lies before the first day is gone through as well, under
 * the rules as they were: limits, budgets and history counters stand as they stood when the period begins.
 */
export async function openHistory(
  tx: SqlTx,
  { programId, timeZone }: Pick<ProgramDto, "programId" | "timeZone">,
  { from, to }: History,
  members: Map<string, PastMember>,
): Promise<PastSource> {
  const period = { from: startOfDay(from, timeZone), to: startOfDay(addDays(to, 1), timeZone) };
  const scope = { programId, to: period.to, memberId: null };
  const returned = new Set((await listReturned(tx, scope)).map(({ source, id }) => purchaseKey(source, id)));
  return {
    ...period,
    entries: await countPast(tx, scope),
    willReturn: (key) => returned.has(key),
    undone: new Set(await listUndone(tx, scope)),
    batches: readPast(tx, scope, members),
    refused: 0,
  };
}
