import type { DecisionOutcome } from "./outcome";
import type { planReturn } from "./returns";

type Award = DecisionOutcome["awards"][number];
type TakenBack = NonNullable<DecisionOutcome["takenBack"]>[number];
/** What a limit has counted of an award. */
export type Cap = Award["caps"][number];

/**
 * What goes back of a purchase or custom event, campaign by campaign: points, and what limits count less.
 * @param takeBacks what should go back with the goods
 * @param taken what does, by campaign
 * @param isComplete whether nothing of the purchase is left with the member
 */
export function takenBackOf(
  { awards, campaigns }: Pick<DecisionOutcome, "awards" | "campaigns">,
  takeBacks: ReturnType<typeof planReturn>["takeBacks"],
  taken: ReadonlyMap<string, number>,
  isComplete: boolean,
): TakenBack[] {
  const names = new Map(campaigns.map(({ campaignId, name }) => [campaignId, name]));
  return awards.flatMap((award) => {
    const { campaignId } = award;
    const due = takeBacks.find((takeBack) => takeBack.campaignId === campaignId);
    const points = taken.get(campaignId) ?? 0;
    const back = { before: due?.before ?? 0, due: due?.points ?? 0, taken: points, isComplete };
    const caps = capsBack(award, back);
    if (points === 0 && caps.length === 0) return [];
    return [{ campaignId, name: names.get(campaignId) ?? "Points", points, caps }];
  });
}

/** The limits that what went back concerns, with how much less they count. */
export function capsOf({ campaignId, points, caps }: TakenBack, awards: readonly Award[]): Cap[] {
  if (caps !== undefined) return caps;
  const award = awards.find((candidate) => candidate.campaignId === campaignId);
  return (award?.caps ?? []).map((cap) => ({ ...cap, used: points }));
}

/** How much of an award goes back, in points. */
export type AwardBack = {
  /** What should have gone back before, with the goods that came back before, and what should now. */
  before: number;
  due: number;
  /** What does now: less where the policy lets the member keep points that are spent. */
  taken: number;
  /** Whether nothing of the purchase is left with the member. */
  isComplete: boolean;
};

/**
 * What limits count less once an award goes back: in proportion to its points, rounded down over all returns together,
 * so that a limit of times counts one less only when everything has come back. What an award without points has used
 * comes back with the last of the purchase.
 */
export function capsBack({ points, caps }: Pick<Award, "points" | "caps">, back: AwardBack): Cap[] {
  return caps.flatMap((cap) => {
    const used = points === 0 ? (back.isComplete ? cap.used : 0) : shareBack(cap.used, points, back);
    return used === 0 ? [] : [{ ...cap, used }];
  });
}

function shareBack(used: number, points: number, { before, due, taken }: AwardBack): number {
  const share = portion(used, before + due, points) - portion(used, before, points);
  return due === 0 ? 0 : portion(share, taken, due);
}

/** used × part ÷ whole, rounded down, in whole numbers. */
function portion(used: number, part: number, whole: number): number {
  return Number((BigInt(used) * BigInt(part)) / BigInt(whole));
}
