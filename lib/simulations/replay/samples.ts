import { type CampaignDecision, type CompiledRuleSet, verdictsInWords } from "@/lib/campaigns/engine";
import type { ExampleKind } from "../schema";
import type { EventResult } from "./event-result";
import type { Occasion, PastMember } from "./past";
import { addRanking, type Ranking, rank, ranks } from "./ranking";

/** Examples of one kind that are kept for a scenario. */
const KEPT = 8;
const KINDS = ["biggest", "capped", "suppressed", "held_out", "near_miss"] as const;

/** An event with what a scenario, and the rules that it is compared with, made of it. */
export type Sample = {
  kind: ExampleKind;
  eventId: string;
  memberId: string;
  occurredAt: string;
  payload: Occasion["payload"];
  points: number;
  baselinePoints: number;
  decisions: CampaignDecision[];
  baseline: CampaignDecision[];
};

/** The most telling events, by what they are examples of. */
export type SampleRankings = Record<ExampleKind, Ranking<Sample>>;

/** Takes in what was kept of other members' events. */
export function addSamples(to: SampleRankings, more: SampleRankings): void {
  for (const kind of KINDS) addRanking(to[kind], KEPT, more[kind]);
}

/** The examples of each kind, the most telling first. */
export function samplesIn(rankings: SampleRankings): Sample[] {
  return KINDS.flatMap((kind) => rankings[kind].map(({ entry }) => entry));
}

/** Keeps the most telling events of a scenario. */
export class Samples {
  readonly #tried: ReadonlySet<string>;
  readonly #keepsAll: boolean;
  readonly #places = new Map<CompiledRuleSet, Map<string, number[]>>();
  readonly rankings: SampleRankings = {
    biggest: [],
    capped: [],
    suppressed: [],
    held_out: [],
    near_miss: [],
  };

  /**
   * @param tried the campaigns that the examples are about
   * @param keepsAll keeps what is an example of nothing, too: where a single basket is explained
   */
  constructor(tried: ReadonlySet<string>, keepsAll: boolean) {
    this.#tried = tried;
    this.#keepsAll = keepsAll;
  }

  offer(event: Occasion, type: string, member: PastMember, result: EventResult, baseline: EventResult): void {
    for (const place of this.#placesIn(result.rules, type)) {
      const verdict = result.verdictAt(place);
      if (verdict === undefined) continue;
      const [kind, score] = judge(verdict, event);
      const ranking = this.rankings[kind];
      if ((score <= 0 && !this.#keepsAll) || !ranks(ranking, KEPT, score, event.eventId)) continue;
      const entry = sampleOf(kind, event, type, member, result, baseline);
      rank(ranking, KEPT, { score, id: event.eventId, entry });
    }
  }

  /** Where the campaigns that are tried stand among those of a type of event. */
  #placesIn(rules: CompiledRuleSet, type: string): number[] {
    let byType = this.#places.get(rules);
    if (byType === undefined) {
      byType = new Map();
      this.#places.set(rules, byType);
    }
    let places = byType.get(type);
    if (places === undefined) {
      const campaigns = rules.byType.get(type) ?? [];
      places = campaigns.flatMap(({ campaignId }, place) => (this.#tried.has(campaignId) ? place : []));
      byType.set(type, places);
    }
    return places;
  }
}

/** What an event is an example of, and how telling a one. */
function judge(verdict: EventResult["verdicts"][number], { payload }: Occasion): [ExampleKind, number] {
  // Words rather than a number: the rule says what it saw, so all that is fixed held.
  if (typeof verdict === "string")
    return ["near_miss", payload.type === "purchase" ? payload.amountMinor : 1];
  if (typeof verdict === "number") return ["near_miss", 0];
  const { status, desired, granted } = verdict;
  if (status === "suppressed") return ["suppressed", desired];
  if (status === "control") return ["held_out", Math.max(1, desired)];
  if (granted < desired) return ["capped", desired - granted];
  return ["biggest", granted];
}

function sampleOf(
  kind: ExampleKind,
  { eventId, occurredAt, payload }: Occasion,
  type: string,
  { memberId }: PastMember,
  result: EventResult,
  baseline: EventResult,
): Sample {
  const inWords = ({ rules, verdicts }: EventResult) =>
    verdictsInWords(rules.byType.get(type) ?? [], rules.phrases, verdicts);
  return {
    kind,
    eventId,
    memberId,
    occurredAt: occurredAt.toISOString(),
    payload,
    points: result.points,
    baselinePoints: baseline.points,
    decisions: inWords(result),
    baseline: inWords(baseline),
  };
}
