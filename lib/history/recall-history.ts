import "server-only";
import type { HistoryRow, HistoryWish } from "@/lib/campaigns";
import { db, type Tx } from "@/lib/db";
import { readHistory } from "./read-history";
import { selectLaneOf } from "./sql";

/**
 * What a member has done, by counter, as far as it is asked for: to be shown, so that nothing is locked. A counter that
 * the program does not keep has no rows. It takes three statements, however much is asked for.
 */
export async function recallHistory(
  { programId, tx = db() }: { programId: string; tx?: Tx | undefined },
  memberId: string,
  wishes: readonly HistoryWish[],
): Promise<ReadonlyMap<string, readonly HistoryRow[]>> {
  if (wishes.length === 0) return new Map();
  const [lane, counters] = await Promise.all([
    selectLaneOf(tx, programId, memberId),
    tx.counter.findMany({
      where: { programId, key: { in: [...new Set(wishes.map(({ counter }) => counter))] } },
      select: { key: true, counterNo: true },
    }),
  ]);
  const needs = counters.map(({ key, counterNo }) => {
    const own = wishes.filter(({ counter }) => counter === key);
    const [since = null] = own.flatMap((wish) => wish.since ?? []).sort();
    return { memberId, counterNo, since, allTime: own.some(({ allTime }) => allTime) };
  });
  const rows = await readHistory(tx, { programId, ...lane }, needs);
  return new Map(
    counters.map(({ key, counterNo }) => [key, rows.filter((row) => row.counterNo === counterNo)]),
  );
}
