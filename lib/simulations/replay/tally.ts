import type { CompiledRuleSet, Award as EngineAward, Verdict } from "@/lib/campaigns/engine";
import { present } from "@/lib/core/assert";
import type { Day } from "@/lib/core/calendar";
import type { CampaignNumbers } from "./limit-counts";
import type { MemberStanding } from "./member-standing";
import { ReasonCounts } from "./reasons";
import {
  type CampaignHead,
  type CampaignSums,
  type DaySums,
  openCampaign,
  type TallySums,
} from "./tally-sums";

/** What a campaign did in a scenario, and its number. */
type CampaignTally = CampaignSums & { no: number };

/** A campaign of a lineup, and how many events it has looked at beside those of the lineup. */
type Aligned = { tally: CampaignTally; reasons: ReasonCounts; alone: number };

/** The campaigns of a rule set for one type of event, in the order of their verdicts. */
type Lineup = {
  /** How many events they have looked at: all of them look at each. */
  events: number;
  campaigns: Aligned[];
};

/** Counts what a scenario makes of the events of its period. */
export class ScenarioTally {
  readonly campaigns = new Map<string, CampaignTally>();
  readonly days = new Map<Day, DaySums>();
  matched = 0;
  points = 0;
  takenBack = 0;
  forgiven = 0;
  readonly #takenBack = new Map<string, number>();
  readonly #lineups = new Map<CompiledRuleSet, Map<string, Lineup>>();
  readonly #reasons = new Map<string, ReasonCounts[]>();
  readonly #numbers: CampaignNumbers;

  constructor(numbers: CampaignNumbers) {
    this.#numbers = numbers;
  }

  /** Counts what each campaign decided about an event. */
  countVerdicts(rules: CompiledRuleSet, type: string, verdicts: readonly Verdict[]): void {
    if (verdicts.length === 0) return;
    const lineup = this.#lineupOf(rules, type);
    lineup.events += 1;
    for (let place = 0; place < verdicts.length; place += 1) {
      const verdict = verdicts[place];
      const own = lineup.campaigns[place];
      if (verdict === undefined || own === undefined) continue;
      if (typeof verdict !== "object") own.reasons.count(verdict);
      else countGiven(own, verdict);
    }
  }

  /** Counts why one campaign does not apply to an event; what the others of its lineup decided is counted elsewhere. */
  countAlone(rules: CompiledRuleSet, type: string, place: number, refusal: Exclude<Verdict, object>): void {
    const own = this.#lineupOf(rules, type).campaigns[place];
    if (own === undefined) return;
    own.alone += 1;
    own.reasons.count(refusal);
  }

  /** Counts an award. @param amountMinor total of the purchase that it is for */
  countAward(
    { campaignId, benefits }: EngineAward,
    benefitCostMinor: number,
    standing: MemberStanding,
    amountMinor: number,
  ): void {
    const tally = present(this.campaigns.get(campaignId), "an award is of a campaign that was evaluated");
    tally.revenueMinor += amountMinor;
    if (standing.isNewTo(tally.no)) tally.members += 1;
    tally.benefitCostMinor += benefitCostMinor;
    for (const { kind } of benefits) tally.benefits.set(kind, (tally.benefits.get(kind) ?? 0) + 1);
  }

  /** Counts points of a campaign that were taken back, whether or not it has evaluated anything. */
  countTakenBack(campaignId: string, points: number): void {
    this.#takenBack.set(campaignId, (this.#takenBack.get(campaignId) ?? 0) + points);
  }

  dayOf(day: Day): DaySums {
    const known = this.days.get(day);
    if (known) return known;
    const tally = { matched: 0, points: 0, takenBack: 0, benefitCostMinor: 0 };
    this.days.set(day, tally);
    return tally;
  }

  /** What was counted, as plain data that can be added to what others counted. */
  sums(): TallySums {
    const { matched, points, takenBack, forgiven, days } = this;
    const evaluated = this.#evaluated();
    const campaigns = [...this.campaigns.values()].map(({ no: _no, ...sums }) => {
      const reasons = new Map<string, number>();
      for (const counts of this.#reasons.get(sums.campaignId) ?? []) counts.addTo(reasons);
      return { ...sums, evaluated: evaluated.get(sums.campaignId) ?? 0, reasons };
    });
    return { matched, points, takenBack, forgiven, days, campaigns, takenBackOf: this.#takenBack };
  }

  /** Events that each campaign looked at, under all rule sets. */
  #evaluated(): Map<string, number> {
    const events = new Map<string, number>();
    for (const byType of this.#lineups.values()) {
      for (const lineup of byType.values()) {
        for (const { tally, alone } of lineup.campaigns) {
          events.set(tally.campaignId, (events.get(tally.campaignId) ?? 0) + lineup.events + alone);
        }
      }
    }
    return events;
  }

  #lineupOf(rules: CompiledRuleSet, type: string): Lineup {
    let byType = this.#lineups.get(rules);
    if (byType === undefined) {
      byType = new Map();
      this.#lineups.set(rules, byType);
    }
    const known = byType.get(type);
    if (known) return known;
    const campaigns = (rules.byType.get(type) ?? []).map(({ campaignId, version, name, pointTypeNo }) => {
      const reasons = new ReasonCounts(rules.phrases);
      const kept = this.#reasons.get(campaignId);
      if (kept) kept.push(reasons);
      else this.#reasons.set(campaignId, [reasons]);
      const head = { campaignId, version, name, pointTypeNo, ruleSetVersion: rules.version };
      return { tally: this.#tallyOf(head), reasons, alone: 0 };
    });
    const lineup = { events: 0, campaigns };
    byType.set(type, lineup);
    return lineup;
  }

  #tallyOf(head: CampaignHead): CampaignTally {
    const known = this.campaigns.get(head.campaignId);
    if (known !== undefined) {
      return head.ruleSetVersion > known.ruleSetVersion ? Object.assign(known, head) : known;
    }
    const tally = { ...openCampaign(head), no: this.#numbers.numberOf(head.campaignId) };
    this.campaigns.set(head.campaignId, tally);
    return tally;
  }
}

const SUPPRESSED = "another campaign came first";
const HELD_OUT = "the member is in the control group";
const USED_UP = "the limit was used up";
const NOTHING = "there was nothing that it rewards";

function countGiven({ tally, reasons }: Aligned, given: Extract<Verdict, object>): void {
  const { status, desired, granted, benefits } = given;
  if (status === "suppressed") {
    tally.suppressed += 1;
    tally.suppressedPoints += desired;
    reasons.count(SUPPRESSED);
  } else if (status === "control") {
    tally.heldOut += 1;
    tally.heldOutPoints += desired;
    reasons.count(HELD_OUT);
  } else {
    tally.desired += desired;
    tally.granted += granted;
    if (granted < desired) tally.capped += 1;
    if (granted > 0 || benefits !== undefined) tally.fired += 1;
    else reasons.count(desired > 0 ? USED_UP : NOTHING);
  }
}
