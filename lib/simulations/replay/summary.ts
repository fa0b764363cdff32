import type { Day } from "@/lib/core/calendar";
import { addBudgets, type BudgetTally } from "./budgets";
import { addCounts, addNumbers } from "./counts";
import { addComparison, type LedgerComparison } from "./ledger-comparison";
import { addMembers, type MemberTally } from "./member-tally";
import { addSamples, type SampleRankings } from "./samples";
import { addTally, type TallySums } from "./tally-sums";

/** What a scenario came to. */
export type ScenarioSummary = {
  tally: TallySums;
  budgets: BudgetTally[];
  /** Spendable points of all members before the period. */
  opening: number;
  members: MemberTally;
  samples: SampleRankings;
};

const IN_ALL = ["members", "revenueMinor", "refused"] as const;

/**
 * What a replay came to, for all members or a part of them: plain data, which can be sent from one thread to another.
 * The summaries of parts that have no member in common add up to that of the whole.
 */
export type ReplaySummary = Record<(typeof IN_ALL)[number], number> & {
  eventsByType: Map<string, number>;
  dayEvents: Map<Day, number>;
  ledger: LedgerComparison;
  /** The first is what the others are compared with. */
  scenarios: ScenarioSummary[];
};

/** Adds the summary of other members' past. */
export function addSummary(to: ReplaySummary, more: ReplaySummary): void {
  addNumbers(to, more, IN_ALL);
  addCounts(to.eventsByType, more.eventsByType);
  addCounts(to.dayEvents, more.dayEvents);
  addComparison(to.ledger, more.ledger);
  for (const [place, scenario] of to.scenarios.entries()) {
    const own = more.scenarios[place];
    if (own === undefined) continue;
    addTally(scenario.tally, own.tally);
    addBudgets(scenario.budgets, own.budgets);
    scenario.opening += own.opening;
    addMembers(scenario.members, own.members);
    addSamples(scenario.samples, own.samples);
  }
}
