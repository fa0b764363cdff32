import { isUuid, toTypeId } from "@/lib/core/ids";
import type { Comparison, Distribution, GroupFigures, MemberFigures, ScenarioReport } from "../report-schema";
import type { PastMember } from "./past";
import type { Replay } from "./replay";
import type { Scenario } from "./scenario";
import { TopList } from "./top-list";

/** Members that are named. */
const NAMED = 50;
const PERCENTS = [10, 25, 50, 75, 90, 99] as const;
/** Where ranges of the histogram begin; each member lies in the last that does not begin above their points. */
const STEPS = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000,
] as const;

type Standing = {
  member: PastMember;
  points: number;
  baselinePoints: number;
  awards: number;
};

function standingsOf(replay: Replay, scenario: Scenario, baseline: Scenario | null): Standing[] {
  return replay.participants().map(({ member, standings }) => {
    const own = standings[scenario.place];
    return {
      member,
      points: own?.points ?? 0,
      baselinePoints: standings[(baseline ?? scenario).place]?.points ?? 0,
      awards: own?.awards ?? 0,
    };
  });
}

/** Who gets how much in a scenario. */
export function distributionOf(replay: Replay, scenario: Scenario, baseline: Scenario | null): Distribution {
  const all = standingsOf(replay, scenario, baseline);
  const given = all.filter(({ awards }) => awards > 0);
  const sorted = Float64Array.from(given, ({ points }) => points).sort();
  const top = new TopList<MemberFigures>(NAMED);
  for (const standing of given) if (top.takes(standing.points)) top.add(standing.points, figuresOf(standing));
  const total = given.reduce((sum, { points }) => sum + points, 0);
  return {
    reached: given.length,
    mean: given.length === 0 ? 0 : total / given.length,
    quantiles: PERCENTS.map((percent) => ({
      percent,
      points: sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0,
    })),
    histogram: histogramOf(given),
    top: top.list(),
    byTier: groupsOf(all, ({ tier, attributes }) => [tier ?? textOf(attributes.tier)]),
    bySegment: groupsOf(all, ({ segments }) => segments ?? []),
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Members of a file that the program does not know go by the name that the file has for them. */
function outsideIdOf(memberId: string): string {
  return isUuid(memberId) ? toTypeId("mem", memberId) : memberId;
}

function figuresOf({ member, points, baselinePoints }: Standing): MemberFigures {
  return { memberId: outsideIdOf(member.memberId), points, baselinePoints };
}

function histogramOf(standings: readonly Standing[]): Distribution["histogram"] {
  const bins = [Number.NEGATIVE_INFINITY, ...STEPS].map((from) => ({ from, members: 0, points: 0 }));
  for (const { points } of standings) {
    let place = bins.length - 1;
    while (place > 0 && (bins[place]?.from ?? 0) > points) place -= 1;
    const bin = bins[place];
    if (bin === undefined) continue;
    bin.members += 1;
    bin.points += points;
  }
  const last = bins.findLastIndex(({ members }) => members > 0);
  const first = bins[0]?.members === 0 ? 1 : 0;
  return bins.slice(first, last + 1).map(({ from, members, points }, place) => {
    const next = bins[first + place + 1];
    return {
      from: Number.isFinite(from) ? from : 0,
      to: next === undefined ? null : next.from - 1,
      members,
      points,
    };
  });
}

function groupsOf(
  standings: readonly Standing[],
  codesOf: (member: PastMember) => readonly string[],
): GroupFigures[] {
  const groups = new Map<string, GroupFigures>();
  for (const { member, points, baselinePoints, awards } of standings) {
    for (const code of codesOf(member)) {
      let group = groups.get(code);
      if (group === undefined) {
        group = { code, members: 0, reached: 0, points: 0, baselinePoints: 0 };
        groups.set(code, group);
      }
      group.members += 1;
      if (awards > 0) group.reached += 1;
      group.points += points;
      group.baselinePoints += baselinePoints;
    }
  }
  return [...groups.values()].sort((one, other) => other.points - one.points).slice(0, NAMED);
}

/** Who gets more, and who less, than under the rules that the scenario is compared with. */
export function compareMembers(replay: Replay, scenario: Scenario, baseline: Scenario): Comparison {
  const sums = { winners: 0, losers: 0, unchanged: 0, pointsMore: 0, pointsLess: 0 };
  const winners = new TopList<MemberFigures>(NAMED);
  const losers = new TopList<MemberFigures>(NAMED);
  for (const standing of standingsOf(replay, scenario, baseline)) {
    const more = standing.points - standing.baselinePoints;
    if (more === 0) sums.unchanged += 1;
    else if (more > 0) {
      sums.winners += 1;
      sums.pointsMore += more;
      if (winners.takes(more)) winners.add(more, figuresOf(standing));
    } else {
      sums.losers += 1;
      sums.pointsLess -= more;
      if (losers.takes(-more)) losers.add(-more, figuresOf(standing));
    }
  }
  return { ...sums, topWinners: winners.list(), topLosers: losers.list() };
}

/** How many members end in another tier than they began in; those who stay are counted too where anybody moves. */
export function tiersOf(replay: Replay, scenario: Scenario): ScenarioReport["tiers"] {
  const moves = new Map<string, { from: string | null; to: string | null; members: number }>();
  let moved = 0;
  for (const { member, standings } of replay.participants()) {
    const from = member.tier ?? null;
    const to = (standings[scenario.place]?.member ?? member).tier ?? null;
    if (from !== to) moved += 1;
    const key = `${from} ${to}`;
    const move = moves.get(key) ?? { from, to, members: 0 };
    move.members += 1;
    moves.set(key, move);
  }
  return moved === 0 ? [] : [...moves.values()].sort((one, other) => other.members - one.members);
}
