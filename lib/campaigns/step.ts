import { present } from "@/lib/core/assert";
import { apportion } from "./arithmetic";
import type { CompiledCampaign, CompiledRuleSet } from "./compile";
import { type Gain, type LinePoints, lineCount, sumOf } from "./effects";
import { type EngineEvent, type EngineMember, Facts } from "./facts";
import { phraseInWords, type Reason } from "./phrases";

/** What evaluation reads beside the event. */
export type EngineState = {
  member: EngineMember;
  /** Points that the member has had from a campaign in a window of one of its limits. */
  capUse: (campaignId: string, limitNo: number, windowStart: string) => number;
};

/** A counter that a limit keeps: which one, and by how much the award moves it. */
export type CapChange = { limitNo: number; windowStart: string; used: number };

export type Award = {
  campaignId: string;
  /** Points after limits; the sum of the lines. */
  points: number;
  /** What each line earned, so that returning it takes that back. */
  lines: { line: number; points: number }[];
  caps: CapChange[];
};

/** What one campaign made of the event. */
export type CampaignDecision = {
  campaignId: string;
  version: number;
  name: string;
  fired: boolean;
  /** In plain words, why or why not. */
  reason: string;
  /** Points before limits. */
  desired: number;
  /** Points after limits. */
  granted: number;
};

export type Decision = { campaigns: CampaignDecision[] };

/** What became of a campaign whose conditions held: points before and after limits, and how they came about. */
export type Given = { reason: string; desired: number; granted: number };

/** What one campaign made of an event: why it does not apply, or what it gave. */
export type Verdict = Reason | Given;

/** One campaign on its way through one event. */
type Earning = { place: number; campaign: CompiledCampaign; lines: LinePoints; words: string };

/**
 * Evaluates one event. Pure: live posting, the builder's preview and replays of history call this very function.
 *
 * Base points come first (per amount, of all campaigns that apply), then bonuses; a multiplier raises base points
 * only, and several multipliers each work on the same base rather than on each other. Limits come last and reduce
 * an award to what is left.
 * @returns what every campaign for this type of event decided, and the awards above zero; `stateAfter` takes them in
 * @throws RangeError when an award exceeds 2^53
 */
export function step(
  ruleSet: CompiledRuleSet,
  state: EngineState,
  event: EngineEvent,
): { decision: Decision; awards: Award[] } {
  const { verdicts, awards } = evaluate(ruleSet, state, event);
  const campaigns = ruleSet.byType.get(event.type) ?? [];
  return { decision: { campaigns: verdictsInWords(campaigns, ruleSet.phrases, verdicts) }, awards };
}

/**
 * The same, with a verdict for each campaign of `ruleSet.byType` in place of its decision: for those who evaluate
 * events by the thousand and say only later, or never, in words why each campaign did not fire.
 */
export function evaluate(
  ruleSet: CompiledRuleSet,
  state: EngineState,
  event: EngineEvent,
): { verdicts: Verdict[]; awards: Award[] } {
  const facts = new Facts(event, state.member, ruleSet.timeZone);
  const lines = lineCount(facts);
  const verdicts: Verdict[] = [];
  const earnings: Earning[] = [];
  for (const campaign of ruleSet.byType.get(event.type) ?? []) {
    const refusal = campaign.schedule(facts) ?? campaign.audience(facts) ?? campaign.condition(facts);
    if (refusal === null) earnings.push({ place: verdicts.length, campaign, lines: zeros(lines), words: "" });
    verdicts.push(refusal ?? "");
  }

  // Each point type has base points of its own, and its multipliers raise those.
  const bases: LinePoints[] = [];
  const baseOf = ({ pointTypeNo }: CompiledCampaign) => {
    bases[pointTypeNo] ??= zeros(lines);
    return bases[pointTypeNo];
  };
  for (const earning of earnings) {
    for (const give of earning.campaign.base) take(earning, give(facts, baseOf(earning.campaign)));
  }
  for (const earning of earnings) add(baseOf(earning.campaign), earning.lines);
  for (const earning of earnings) {
    for (const give of earning.campaign.bonus) take(earning, give(facts, baseOf(earning.campaign)));
  }

  const awards: Award[] = [];
  for (const earning of earnings) {
    const { outcome, award } = limitEarning(earning, ruleSet, state, event.occurredAt);
    verdicts[earning.place] = outcome;
    if (award !== null) awards.push(award);
  }
  return { verdicts, awards };
}

type CampaignHead = Pick<CompiledCampaign, "campaignId" | "version" | "name">;

/** What each campaign decided, in words, from the verdicts in the same order. */
export function verdictsInWords(
  campaigns: readonly CampaignHead[],
  phrases: readonly string[],
  verdicts: readonly Verdict[],
): CampaignDecision[] {
  return verdicts.map((verdict, place) => {
    const { campaignId, version, name } = present(campaigns[place], "each verdict is one campaign's");
    const head = { campaignId, version, name };
    if (typeof verdict === "object") return { ...head, fired: verdict.granted > 0, ...verdict };
    return { ...head, fired: false, reason: phraseInWords(phrases, verdict), desired: 0, granted: 0 };
  });
}

/** First days of the windows whose counters evaluating the event may read and change. */
export function windowStarts(
  ruleSet: CompiledRuleSet,
  { type, occurredAt }: Pick<EngineEvent, "type" | "occurredAt">,
): string[] {
  const windows = ruleSet.windowsByType.get(type) ?? [];
  return windows.map((window) => ruleSet.windows.of(occurredAt, window));
}

function zeros(count: number): LinePoints {
  const lines: LinePoints = [];
  for (let line = 0; line < count; line += 1) lines.push(0);
  return lines;
}

function take(earning: Earning, { lines, words }: Gain): void {
  add(earning.lines, lines);
  earning.words = earning.words === "" ? words : `${earning.words} + ${words}`;
}

function add(target: LinePoints, lines: LinePoints): void {
  for (let line = 0; line < lines.length; line += 1) target[line] = (target[line] ?? 0) + (lines[line] ?? 0);
}

function limitEarning(
  { campaign, lines, words }: Earning,
  { windows }: CompiledRuleSet,
  state: EngineState,
  occurredAt: Date,
): { outcome: Given; award: Award | null } {
  const { campaignId } = campaign;
  const desired = sumOf(lines);
  if (!Number.isSafeInteger(desired)) throw new RangeError("the points of one event exceed 2^53");
  let granted = desired;
  let reason = words;
  const caps: CapChange[] = [];
  for (const { limitNo, window, points, words: limit } of campaign.limits) {
    let left = points;
    if (window !== "event") {
      const start = windows.of(occurredAt, window);
      left = Math.max(0, points - state.capUse(campaignId, limitNo, start));
      caps.push({ limitNo, windowStart: start, used: 0 });
    }
    if (left < granted) {
      granted = left;
      reason = `${words}; ${granted} of ${desired} given: ${limit}`;
    }
  }
  const outcome = { reason, desired, granted };
  if (granted === 0) return { outcome, award: null };
  for (const cap of caps) cap.used = granted;
  const shares = granted === desired ? lines : apportion(granted, lines);
  return { outcome, award: { campaignId, points: granted, lines: aboveZero(shares), caps } };
}

function aboveZero(shares: LinePoints): Award["lines"] {
  const lines: Award["lines"] = [];
  for (let line = 0; line < shares.length; line += 1) {
    const points = shares[line] ?? 0;
    if (points > 0) lines.push({ line, points });
  }
  return lines;
}

/** The state that the member's next event meets: what the awards used is on top of it. */
export function stateAfter(state: EngineState, awards: readonly Award[]): EngineState {
  return awards.some(({ caps }) => caps.length > 0) ? LaterState.after(state, awards) : state;
}

/** One level of counters over the state that evaluation began with, however many events came in between. */
class LaterState implements EngineState {
  readonly member: EngineMember;
  readonly #first: EngineState;
  readonly #used: ReadonlyMap<string, number>;

  private constructor(first: EngineState, used: ReadonlyMap<string, number>) {
    this.member = first.member;
    this.#first = first;
    this.#used = used;
  }

  static after(state: EngineState, awards: readonly Award[]): LaterState {
    const isLater = state instanceof LaterState;
    const used = new Map(isLater ? state.#used : []);
    for (const { campaignId, caps } of awards) {
      for (const { limitNo, windowStart, used: points } of caps) {
        const key = `${campaignId} ${limitNo} ${windowStart}`;
        used.set(key, (used.get(key) ?? 0) + points);
      }
    }
    return new LaterState(isLater ? state.#first : state, used);
  }

  capUse(campaignId: string, limitNo: number, windowStart: string): number {
    const added = this.#used.get(`${campaignId} ${limitNo} ${windowStart}`) ?? 0;
    return added + this.#first.capUse(campaignId, limitNo, windowStart);
  }
}
