import { SPENDABLE_POINT_TYPE } from "@/lib/programs";
import { addNumbers } from "./counts";
import type { MemberStanding } from "./member-standing";
import type { PastMember } from "./past";
import { addRanking, type Ranking, rank, ranks } from "./ranking";

/** Members that are named. */
const NAMED = 50;
/** Where ranges of the histogram begin; each member lies in the last that does not begin above their points. */
export const STEPS = [
  ...[Number.NEGATIVE_INFINITY, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000],
  ...[50_000, 100_000],
] as const;

/** What members hold at the end, in spendable points, and what became of the rest. */
const HELD = ["spent", "expired", "outstanding", "pending", "owed"] as const;
const CHANGES = ["winners", "losers", "unchanged", "pointsMore", "pointsLess"] as const;
const OF_GROUPS = ["members", "reached", "points", "baselinePoints"] as const;

type Named = Ranking<{ points: number; baselinePoints: number }>;
export type GroupTally = Record<(typeof OF_GROUPS)[number], number>;

/** Who has what at the end of a scenario, beside the one that it is compared with. */
export type MemberTally = {
  held: Record<(typeof HELD)[number], number>;
  /** Net points of each member who got something, and how many of them there are by step of the histogram. */
  points: number[];
  steps: { members: number; points: number }[];
  top: Named;
  byTier: Map<string, GroupTally>;
  bySegment: Map<string, GroupTally>;
  changes: Record<(typeof CHANGES)[number], number>;
  topWinners: Named;
  topLosers: Named;
  /** Members by their tier before and after. */
  tiers: Map<string, { from: string | null; to: string | null; members: number }>;
};

export function openMemberTally(): MemberTally {
  return {
    held: { spent: 0, expired: 0, outstanding: 0, pending: 0, owed: 0 },
    points: [],
    steps: STEPS.map(() => ({ members: 0, points: 0 })),
    top: [],
    byTier: new Map(),
    bySegment: new Map(),
    changes: { winners: 0, losers: 0, unchanged: 0, pointsMore: 0, pointsLess: 0 },
    topWinners: [],
    topLosers: [],
    tiers: new Map(),
  };
}

/** Counts what somebody holds, whether or not anything of the period was about them. */
export function countHeld({ held }: MemberTally, standing: MemberStanding): void {
  const purse = standing.purseOf(SPENDABLE_POINT_TYPE);
  held.spent += purse.spent;
  held.expired += purse.expired;
  held.pending += purse.pending;
  held.outstanding += purse.available + purse.pending;
  held.owed += purse.owed;
}

/**
 * Counts a member of the period.
 * @param baseline the same member in the scenario that this one is compared with
 */
export function countMember(
  tally: MemberTally,
  member: PastMember,
  standing: MemberStanding | undefined,
  baseline: MemberStanding | undefined,
): void {
  const { memberId, tier = null, attributes, segments = [] } = member;
  const { points = 0, awards = 0 } = standing ?? {};
  const figures = { points, baselinePoints: baseline?.points ?? 0 };
  if (awards > 0) {
    tally.points.push(points);
    countStep(tally, points);
    name(tally.top, points, memberId, figures);
  }
  countGroup(tally.byTier, tier ?? textOf(attributes.tier), figures, awards);
  for (const segment of segments) countGroup(tally.bySegment, segment, figures, awards);
  countChange(tally, memberId, figures);
  const to = (standing?.member ?? member).tier ?? null;
  const key = JSON.stringify([tier, to]);
  const move = tally.tiers.get(key);
  if (move === undefined) tally.tiers.set(key, { from: tier, to, members: 1 });
  else move.members += 1;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function countStep({ steps }: MemberTally, points: number): void {
  let place = STEPS.length - 1;
  while ((STEPS[place] ?? 0) > points) place -= 1;
  const step = steps[place];
  if (step === undefined) return;
  step.members += 1;
  step.points += points;
}

function countGroup(
  groups: Map<string, GroupTally>,
  code: string,
  { points, baselinePoints }: { points: number; baselinePoints: number },
  awards: number,
): void {
  let group = groups.get(code);
  if (group === undefined) {
    group = { members: 0, reached: 0, points: 0, baselinePoints: 0 };
    groups.set(code, group);
  }
  group.members += 1;
  if (awards > 0) group.reached += 1;
  group.points += points;
  group.baselinePoints += baselinePoints;
}

function countChange(
  { changes, topWinners, topLosers }: MemberTally,
  memberId: string,
  figures: { points: number; baselinePoints: number },
): void {
  const more = figures.points - figures.baselinePoints;
  if (more === 0) changes.unchanged += 1;
  else if (more > 0) {
    changes.winners += 1;
    changes.pointsMore += more;
    name(topWinners, more, memberId, figures);
  } else {
    changes.losers += 1;
    changes.pointsLess -= more;
    name(topLosers, -more, memberId, figures);
  }
}

function name(list: Named, score: number, id: string, entry: Named[number]["entry"]): void {
  if (ranks(list, NAMED, score, id)) rank(list, NAMED, { score, id, entry });
}

/** Adds what was counted of other members. */
export function addMembers(to: MemberTally, more: MemberTally): void {
  addNumbers(to.held, more.held, HELD);
  for (const points of more.points) to.points.push(points);
  for (const [place, step] of to.steps.entries()) {
    step.members += more.steps[place]?.members ?? 0;
    step.points += more.steps[place]?.points ?? 0;
  }
  addRanking(to.top, NAMED, more.top);
  addGroups(to.byTier, more.byTier);
  addGroups(to.bySegment, more.bySegment);
  addNumbers(to.changes, more.changes, CHANGES);
  addRanking(to.topWinners, NAMED, more.topWinners);
  addRanking(to.topLosers, NAMED, more.topLosers);
  for (const [key, move] of more.tiers) {
    const known = to.tiers.get(key);
    if (known === undefined) to.tiers.set(key, move);
    else known.members += move.members;
  }
}

function addGroups(to: Map<string, GroupTally>, more: ReadonlyMap<string, GroupTally>): void {
  for (const [code, group] of more) {
    const known = to.get(code);
    if (known === undefined) to.set(code, group);
    else addNumbers(known, group, OF_GROUPS);
  }
}
