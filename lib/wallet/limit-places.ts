import type { SqlTx } from "@/lib/db";
import { loadLimitPlaces } from "./cap-sql";
import type { DecisionOutcome } from "./outcome";

/** Numbers of limits begin here; below it stand places in lists of limits, which old entries name them by. */
const FIRST_NUMBER = 10;

type NamedLimit = { per?: "campaign" | undefined; limitNo: number };

function isPlace({ per, limitNo }: NamedLimit): boolean {
  return per === undefined && limitNo < FIRST_NUMBER;
}

/** Gives limits of members their numbers in outcomes of the time when they went by their places. */
export async function numberLimits(
  tx: SqlTx,
  programId: string,
  outcomes: readonly DecisionOutcome[],
): Promise<void> {
  const old = outcomes
    .flatMap(({ awards, takenBack = [] }) => [...awards, ...takenBack])
    .flatMap(({ campaignId, caps = [] }) => caps.filter(isPlace).map((cap) => ({ campaignId, cap })));
  if (old.length === 0) return;
  const campaignIds = [...new Set(old.map(({ campaignId }) => campaignId))];
  const places = await loadLimitPlaces(tx, programId, campaignIds);
  const numbers = new Map(
    places.map(({ campaignId, place, limitNo }) => [`${campaignId} ${place}`, limitNo]),
  );
  for (const { campaignId, cap } of old) {
    cap.limitNo = numbers.get(`${campaignId} ${cap.limitNo}`) ?? cap.limitNo;
  }
}
