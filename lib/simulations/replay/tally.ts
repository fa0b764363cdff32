import type { CompiledRuleSet, Award as EngineAward, Verdict } from "@/lib/campaigns/engine";
import { present } from "@/lib/core/assert";
import type { Day } from "@/lib/core/calendar";
import type { MemberStanding } from "./member-standing";
import { ReasonCounts } from "./reasons";

/** What a campaign did in a scenario. Points are of the campaign's own point type. */
export type CampaignTally = {
  campaignId: string;
  version: number;
  name: string;
  pointTypeNo: number;
  /** Events of its type that it looked at. */
  evaluated: number;
  /** How often it gave something, and how often less than it would have. */
  fired: number;
  capped: number;
  suppressed: number;
  heldOut: number;
  desired: number;
  granted: number;
  suppressedPoints: number;
  heldOutPoints: number;
  takenBack: number;
  /** Of vouchers; points are valued in the end. */
  benefitCostMinor: number;
  /** How often it gave each thing that is no points. */
  benefits: Map<string, number>;
  /** Total of the purchases for which it gave something. */
  revenueMinor: number;
  /** Its number in the scenario, and to how many members it gave something. */
  no: number;
  members: number;
};

export type DayTally = {
  day: Day;
  events: number;
  matched: number;
  points: number;
  takenBack: number;
  benefitCostMinor: number;
};

type Aligned = { tally: CampaignTally; reasons: ReasonCounts };

/** Counts what a scenario makes of the events of its period. */
export class ScenarioTally {
  readonly campaigns = new Map<string, CampaignTally>();
  readonly days = new Map<Day, DayTally>();
  events = 0;
  matched = 0;
  /** Of the spendable type. */
  points = 0;
  takenBack = 0;
  forgiven = 0;
  /** Total of the purchases for which something was given. */
  matchedRevenueMinor = 0;
  readonly #aligned = new Map<CompiledRuleSet, Map<string, Aligned[]>>();
  readonly #reasons = new Map<string, ReasonCounts[]>();

  /** Counts what each campaign decided about an event. */
  countVerdicts(rules: CompiledRuleSet, type: string, verdicts: readonly Verdict[]): void {
    if (verdicts.length === 0) return;
    const aligned = this.#alignedTo(rules, type);
    for (let place = 0; place < verdicts.length; place += 1) {
      const verdict = verdicts[place];
      const own = aligned[place];
      if (verdict === undefined || own === undefined) continue;
      own.tally.evaluated += 1;
      if (typeof verdict !== "object") own.reasons.count(verdict);
      else countGiven(own, verdict);
    }
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

  dayOf(day: Day): DayTally {
    const known = this.days.get(day);
    if (known) return known;
    const tally = { day, events: 0, matched: 0, points: 0, takenBack: 0, benefitCostMinor: 0 };
    this.days.set(day, tally);
    return tally;
  }

  /** Why a campaign did not apply, and how often; the most frequent first. */
  reasonsOf(campaignId: string): { reason: string; events: number }[] {
    const sums = new Map<string, number>();
    for (const reasons of this.#reasons.get(campaignId) ?? []) reasons.addTo(sums);
    return [...sums]
      .map(([reason, events]) => ({ reason, events }))
      .sort((one, other) => other.events - one.events || (one.reason < other.reason ? -1 : 1));
  }

  #alignedTo(rules: CompiledRuleSet, type: string): Aligned[] {
    let byType = this.#aligned.get(rules);
    if (byType === undefined) {
      byType = new Map();
      this.#aligned.set(rules, byType);
    }
    const known = byType.get(type);
    if (known) return known;
    const aligned = (rules.byType.get(type) ?? []).map(({ campaignId, version, name, pointTypeNo }) => {
      const reasons = new ReasonCounts(rules.phrases);
      const kept = this.#reasons.get(campaignId);
      if (kept) kept.push(reasons);
      else this.#reasons.set(campaignId, [reasons]);
      return { tally: this.#tallyOf({ campaignId, version, name, pointTypeNo }), reasons };
    });
    byType.set(type, aligned);
    return aligned;
  }

  #tallyOf(head: Pick<CampaignTally, "campaignId" | "version" | "name" | "pointTypeNo">): CampaignTally {
    const known = this.campaigns.get(head.campaignId);
    if (known) return Object.assign(known, head);
    const tally: CampaignTally = {
      ...head,
      evaluated: 0,
      fired: 0,
      capped: 0,
      suppressed: 0,
      heldOut: 0,
      desired: 0,
      granted: 0,
      suppressedPoints: 0,
      heldOutPoints: 0,
      takenBack: 0,
      benefitCostMinor: 0,
      benefits: new Map(),
      revenueMinor: 0,
      no: this.campaigns.size,
      members: 0,
    };
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
