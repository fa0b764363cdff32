/** What the members of a group spent, in minor units: enough to compare the group's mean with another's. */
export type GroupSums = { members: number; sum: number; sumOfSquares: number };

/** How much more, or less, the members of one group spent than those of the other, each on average. */
export type Uplift = {
  /** Minor units a member, of those who were not held out and of those who were. */
  mean: number;
  controlMean: number;
  difference: number;
  /** The span that holds the true difference in 95 of 100 such comparisons. */
  low: number;
  high: number;
  /** The difference as a share of the control group's mean; null where that is zero. */
  percent: number | null;
  /** Whether chance alone is an unlikely explanation: the span leaves zero out. */
  significant: boolean;
};

/** Members a group needs before its mean says anything. */
export const MIN_GROUP = 30;

/**
 * Compares the means of two groups of unequal size and spread: Welch's interval at 95 %.
 * @returns null while a group is smaller than `MIN_GROUP`
 */
export function upliftOf(treated: GroupSums, control: GroupSums): Uplift | null {
  if (treated.members < MIN_GROUP || control.members < MIN_GROUP) return null;
  const [mean, controlMean] = [meanOf(treated), meanOf(control)];
  const [share, controlShare] = [
    varianceOf(treated) / treated.members,
    varianceOf(control) / control.members,
  ];
  const difference = mean - controlMean;
  const error = Math.sqrt(share + controlShare);
  const freedom =
    error === 0
      ? Number.POSITIVE_INFINITY
      : (share + controlShare) ** 2 /
        (share ** 2 / (treated.members - 1) + controlShare ** 2 / (control.members - 1));
  const reach = error * quantile975(freedom);
  const [low, high] = [difference - reach, difference + reach];
  const percent = controlMean === 0 ? null : (difference / controlMean) * 100;
  return { mean, controlMean, difference, low, high, percent, significant: low > 0 || high < 0 };
}

/** Adds a member to a group. */
export function addTo(group: GroupSums, amount: number): void {
  group.members += 1;
  group.sum += amount;
  group.sumOfSquares += amount * amount;
}

function meanOf({ members, sum }: GroupSums): number {
  return sum / members;
}

function varianceOf({ members, sum, sumOfSquares }: GroupSums): number {
  return Math.max(0, (sumOfSquares - (sum * sum) / members) / (members - 1));
}

/** The normal distribution's 97.5 % quantile. */
const Z = 1.959963984540054;

/**
 * The 97.5 % quantile of Student's distribution, by its expansion around the normal one (Abramowitz and Stegun 26.7.5):
 * with `MIN_GROUP` members and more it is right to four digits.
 */
function quantile975(freedom: number): number {
  const first = (Z ** 3 + Z) / 4;
  const second = (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96;
  const third = (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384;
  return Z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}
