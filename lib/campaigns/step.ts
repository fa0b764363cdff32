import { windowStart } from "@/lib/core/calendar";
import { apportion } from "./arithmetic";
import type { CompiledCampaign, CompiledRuleSet } from "./compile";
import { type LinePoints, lineCount, sumOf } from "./effects";
import { type EngineEvent, type EngineMember, Facts } from "./facts";

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

type Earning = { campaign: CompiledCampaign; lines: LinePoints; words: string[] };

/**
 * Evaluates one event. Pure: live posting, the builder's preview and replays of history call this very function.
 *
 * Base points come first (per amount, of all campaigns that apply), then bonuses; a multiplier raises base points
 * only, and several multipliers each work on the same base rather than on each other. Limits come last and reduce
 * an award to what is left.
 * @returns what every campaign for this type of event decided, and the awards above zero
 * @throws RangeError when an award exceeds 2^53
 */
export function step(
  ruleSet: CompiledRuleSet,
  state: EngineState,
  event: EngineEvent,
): { decision: Decision; awards: Award[] } {
  const facts = new Facts(event, state.member, ruleSet.timeZone);
  const campaigns = ruleSet.byType.get(event.type) ?? [];
  const refusals = new Map<CompiledCampaign, string>();
  const earnings: Earning[] = [];
  for (const campaign of campaigns) {
    const refusal = outsideSchedule(campaign, facts) ?? campaign.audience(facts) ?? campaign.condition(facts);
    if (refusal !== null) refusals.set(campaign, refusal);
    else earnings.push({ campaign, lines: new Array<number>(lineCount(facts)).fill(0), words: [] });
  }

  const base: LinePoints = new Array<number>(lineCount(facts)).fill(0);
  for (const earning of earnings) give(earning, "base", facts, base);
  for (const { lines } of earnings) add(base, lines);
  for (const earning of earnings) give(earning, "bonus", facts, base);

  const awards: Award[] = [];
  const decided = new Map<CompiledCampaign, CampaignDecision>();
  for (const earning of earnings) {
    const { decision, award } = limitEarning(earning, ruleSet.timeZone, state, event.occurredAt);
    decided.set(earning.campaign, decision);
    if (award.points > 0) awards.push(award);
  }
  return {
    decision: {
      campaigns: campaigns.map(
        (campaign) => decided.get(campaign) ?? refused(campaign, refusals.get(campaign) ?? ""),
      ),
    },
    awards,
  };
}

/** The counters that evaluating the event may read and change. */
export function capWindows(
  ruleSet: CompiledRuleSet,
  { type, occurredAt }: Pick<EngineEvent, "type" | "occurredAt">,
): { campaignId: string; limitNo: number; windowStart: string }[] {
  return (ruleSet.byType.get(type) ?? []).flatMap(({ campaignId, limits }) =>
    limits.flatMap(({ limitNo, window }) =>
      window === "event"
        ? []
        : { campaignId, limitNo, windowStart: windowStart(occurredAt, ruleSet.timeZone, window) },
    ),
  );
}

function outsideSchedule({ startsAt, endsAt }: CompiledCampaign, { occurredAt }: Facts): string | null {
  const instant = occurredAt.getTime();
  if (instant < startsAt) return "it had not begun yet";
  return instant >= endsAt ? "it was over" : null;
}

function give(
  { campaign, lines, words }: Earning,
  pass: "base" | "bonus",
  facts: Facts,
  base: LinePoints,
): void {
  for (const effect of campaign.effects) {
    if (effect.pass !== pass) continue;
    const gain = effect.give(facts, base);
    add(lines, gain.lines);
    words.push(gain.words);
  }
}

function add(target: LinePoints, lines: LinePoints): void {
  for (let line = 0; line < lines.length; line += 1) target[line] = (target[line] ?? 0) + (lines[line] ?? 0);
}

function limitEarning(
  { campaign, lines, words }: Earning,
  timeZone: string,
  { capUse }: EngineState,
  occurredAt: Date,
): { decision: CampaignDecision; award: Award } {
  const { campaignId, version, name } = campaign;
  const desired = sumOf(lines);
  let granted = desired;
  let limitedBy: string | null = null;
  const windows: Omit<CapChange, "used">[] = [];
  for (const { limitNo, window, points, words: limit } of campaign.limits) {
    let left = points;
    if (window !== "event") {
      const start = windowStart(occurredAt, timeZone, window);
      left = Math.max(0, points - capUse(campaignId, limitNo, start));
      windows.push({ limitNo, windowStart: start });
    }
    if (left < granted) {
      granted = left;
      limitedBy = limit;
    }
  }
  const shares = granted === desired ? lines : apportion(granted, lines);
  const reason =
    words.join(" + ") + (limitedBy === null ? "" : `; ${granted} of ${desired} given: ${limitedBy}`);
  return {
    decision: { campaignId, version, name, fired: granted > 0, reason, desired, granted },
    award: {
      campaignId,
      points: granted,
      lines: shares.flatMap((points, line) => (points > 0 ? { line, points } : [])),
      caps: windows.map((window) => ({ ...window, used: granted })),
    },
  };
}

function refused({ campaignId, version, name }: CompiledCampaign, reason: string): CampaignDecision {
  return { campaignId, version, name, fired: false, reason, desired: 0, granted: 0 };
}
