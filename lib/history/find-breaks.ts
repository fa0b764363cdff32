import type { Tx } from "@/lib/db";
import { keptCounters } from "./kept-counters";
import { recount } from "./recount";
import { type KeptRow, preferIndexes, selectHistory, selectLanesToCheck, selectMembersAfter } from "./sql";

const MEMBERS_AT_ONCE = 500;

/** A place where what is kept is not what the events say. */
export type HistoryBreak = { where: string; detail: string };

/**
 * Compares what is kept of members' history with what counting it anew from their events gives.
 * @param most places that are described; all are counted
 */
export async function findHistoryBreaks(
  tx: Tx,
  programId: string,
  most: number,
): Promise<{ found: number; findings: HistoryBreak[] }> {
  const lanes = await selectLanesToCheck(tx, programId);
  const findings: HistoryBreak[] = [];
  let found = 0;
  await preferIndexes(tx, true);
  for (const { lane, ...locked } of lanes) {
    const kept = await keptCounters(tx, { programId, ...locked });
    for (let after: string | null = null; ; ) {
      const members: string[] = await selectMembersAfter(tx, { programId, lane }, after, MEMBERS_AT_ONCE);
      const rows = await selectHistory(tx, programId, members, kept.numbers);
      // Days that are kept no longer may still lie about.
      const stored = rows.filter(({ counterNo, day }) => kept.keepsDay(counterNo, day));
      const breaks = compare(stored, await recount(tx, programId, kept, members));
      found += breaks.length;
      findings.push(...breaks.slice(0, most - findings.length));
      after = members.at(-1) ?? null;
      if (members.length < MEMBERS_AT_ONCE) break;
    }
  }
  await preferIndexes(tx, false);
  return { found, findings };
}

function compare(stored: readonly KeptRow[], counted: readonly KeptRow[]): HistoryBreak[] {
  const rows = new Map<string, { stored?: KeptRow; counted?: KeptRow }>();
  for (const row of stored) rows.set(placeOf(row), { stored: row });
  for (const row of counted) rows.set(placeOf(row), { ...rows.get(placeOf(row)), counted: row });
  return [...rows].flatMap(([where, { stored, counted }]) => {
    const [kept, expected] = [inWords(stored), inWords(counted)];
    return kept === expected ? [] : [{ where, detail: `keeps ${kept}, the events say ${expected}` }];
  });
}

function placeOf({ memberId, counterNo, day, value }: KeptRow): string {
  return `member ${memberId} counter ${counterNo} day ${day}${value === "" ? "" : ` “${value}”`}`;
}

/** A row in which everything has come back says as much as none. */
function inWords(row: KeptRow | undefined): string {
  const { events = 0, amountMinor = 0, quantityMilli = 0 } = row ?? {};
  return `${events} events of ${amountMinor} and ${quantityMilli} thousandths of a piece`;
}
