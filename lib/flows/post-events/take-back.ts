import { type PointTypeDto, SPENDABLE_POINT_TYPE } from "@/lib/programs";
import { type Book, type Movement, planTakeBack } from "@/lib/wallet";
import { sumOf } from "./slice-desk";
import { takeBackGroups } from "./take-back-groups";

export type TakenBack = {
  /** By campaign, over all point types. */
  taken: Map<string, number>;
  /** Of the spendable type: taken back, owed now for want of them, and let go. */
  points: number;
  made: number;
  forgiven: number;
};

/**
 * Takes back what awards gave, by point type and policy: each group sees what the one before it left behind.
 * @param post posts what was planned of a point type
 */
export function takeBack(
  book: Pick<Book, "purseOf">,
  memberId: string,
  takeBacks: Parameters<typeof takeBackGroups>[0],
  pointTypes: ReadonlyMap<number, PointTypeDto>,
  post: (movements: readonly Movement[], pointTypeNo: number) => void,
): TakenBack {
  const result: TakenBack = { taken: new Map(), points: 0, made: 0, forgiven: 0 };
  for (const { pointTypeNo, policy, own } of takeBackGroups(takeBacks, pointTypes)) {
    const plan = planTakeBack(book.purseOf(memberId, pointTypeNo), own, policy);
    post(plan.movements, pointTypeNo);
    for (const { campaignId, amount } of plan.movements) {
      if (campaignId !== null) result.taken.set(campaignId, (result.taken.get(campaignId) ?? 0) + amount);
    }
    if (pointTypeNo !== SPENDABLE_POINT_TYPE) continue;
    result.points += plan.movements.reduce((sum, { amount }) => sum + amount, 0);
    result.made += sumOf(plan.movements, "debt");
    result.forgiven += plan.forgiven;
  }
  return result;
}
