import { isUuid, toTypeId } from "@/lib/core/ids";
import type { Comparison, Distribution, GroupFigures, MemberFigures, ScenarioReport } from "../report-schema";
import { type GroupTally, type MemberTally, STEPS } from "./member-tally";

/** Groups that are named. */
const NAMED = 50;
const PERCENTS = [10, 25, 50, 75, 90, 99] as const;

/** Who gets how much in a scenario. */
export function distributionOf({ points, steps, top, byTier, bySegment }: MemberTally): Distribution {
  const sorted = Float64Array.from(points).sort();
  const total = sorted.reduce((sum, own) => sum + own, 0);
  return {
    reached: sorted.length,
    mean: sorted.length === 0 ? 0 : total / sorted.length,
    quantiles: PERCENTS.map((percent) => ({
      percent,
      points: sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0,
    })),
    histogram: histogramOf(steps),
    top: top.map(figuresOf),
    byTier: groupsOf(byTier),
    bySegment: groupsOf(bySegment),
  };
}

function figuresOf({ id, entry }: MemberTally["top"][number]): MemberFigures {
  return { memberId: outsideIdOf(id), ...entry };
}

/** Members of a file that the program does not know go by the name that the file has for them. */
function outsideIdOf(memberId: string): string {
  return isUuid(memberId) ? toTypeId("mem", memberId) : memberId;
}

function histogramOf(steps: MemberTally["steps"]): Distribution["histogram"] {
  const last = steps.findLastIndex(({ members }) => members > 0);
  const first = steps[0]?.members === 0 ? 1 : 0;
  return steps.slice(first, last + 1).map((step, place) => {
    const from = STEPS[first + place] ?? 0;
    const next = STEPS[first + place + 1];
    return { from: Number.isFinite(from) ? from : 0, to: next === undefined ? null : next - 1, ...step };
  });
}

function groupsOf(groups: ReadonlyMap<string, GroupTally>): GroupFigures[] {
  return [...groups]
    .map(([code, group]) => ({ code, ...group }))
    .sort((one, other) => other.points - one.points || (one.code < other.code ? -1 : 1))
    .slice(0, NAMED);
}

/** Who gets more, and who less, than under the rules that the scenario is compared with. */
export function comparisonOf({ changes, topWinners, topLosers }: MemberTally): Comparison {
  return { ...changes, topWinners: topWinners.map(figuresOf), topLosers: topLosers.map(figuresOf) };
}

/** How many members end in another tier than they began in; those who stay are counted too where anybody moves. */
export function tiersOf({ tiers }: MemberTally): ScenarioReport["tiers"] {
  const moves = [...tiers].sort(
    ([oneKey, one], [otherKey, other]) => other.members - one.members || (oneKey < otherKey ? -1 : 1),
  );
  return moves.some(([, { from, to }]) => from !== to) ? moves.map(([, move]) => move) : [];
}
