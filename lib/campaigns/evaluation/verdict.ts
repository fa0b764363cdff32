import { present } from "@/lib/core/assert";
import type { BenefitEffect } from "../schema";
import type { CapChange } from "./limits";
import { phraseInWords, type Reason, type Refusal } from "./phrases";

export type { CapChange } from "./limits";

export type Award = {
  campaignId: string;
  /** Points after limits; the sum of the lines. Zero where the campaign gives benefits only. */
  points: number;
  /** What each line earned, so that returning it takes that back. */
  lines: { line: number; points: number }[];
  caps: CapChange[];
  benefits: readonly BenefitEffect[];
  /** What points and benefits cost, in minor units. */
  costMinor: number;
};

/** What became of a campaign whose conditions held. */
export type Given = {
  /** How the points came about, or why there are none. */
  reason: Reason;
  /** Points before limits. */
  desired: number;
  /** Points after limits. */
  granted: number;
  /** Why nothing is given although the conditions hold: another campaign's doing, or the control group's. */
  status?: "suppressed" | "control";
  /** What is given beside points. */
  benefits?: readonly BenefitEffect[];
};

/** What one campaign made of an event: why it does not apply, or what it gave. */
export type Verdict = Refusal | Given;

/** fired: it gave something. not: its conditions did not hold, or what it gives came to nothing. */
export type DecisionStatus = "fired" | "suppressed" | "control" | "not";

/** What one campaign made of the event. */
export type CampaignDecision = {
  campaignId: string;
  version: number;
  name: string;
  fired: boolean;
  status: DecisionStatus;
  /** In plain words, why or why not. */
  reason: string;
  /** Points before limits. */
  desired: number;
  /** Points after limits. */
  granted: number;
  benefits: readonly BenefitEffect[];
};

export type Decision = { campaigns: CampaignDecision[] };

/** Whether a verdict is that the campaign gave something. */
export function hasGiven(verdict: Verdict): verdict is Given {
  return statusOf(verdict) === "fired";
}

export function statusOf(verdict: Verdict): DecisionStatus {
  if (typeof verdict !== "object") return "not";
  if (verdict.status !== undefined) return verdict.status;
  return verdict.granted > 0 || verdict.benefits !== undefined ? "fired" : "not";
}

/** What each campaign decided, in words, from the verdicts in the same order. */
export function verdictsInWords(
  campaigns: readonly { campaignId: string; version: number; name: string }[],
  phrases: readonly string[],
  verdicts: readonly Verdict[],
): CampaignDecision[] {
  return verdicts.map((verdict, place) => {
    const { campaignId, version, name } = present(campaigns[place], "each verdict is one campaign's");
    const status = statusOf(verdict);
    const head = { campaignId, version, name, fired: status === "fired", status };
    if (typeof verdict !== "object") {
      return { ...head, reason: phraseInWords(phrases, verdict), desired: 0, granted: 0, benefits: [] };
    }
    const { reason, desired, granted, benefits = [] } = verdict;
    return { ...head, reason: phraseInWords(phrases, reason), desired, granted, benefits };
  });
}

/** Why another campaign is suppressed by one: numbers of phrases. */
export type Suppressions = { exclusive: number; lost: number; tied: number };
