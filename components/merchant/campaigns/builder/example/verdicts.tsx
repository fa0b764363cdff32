"use client";

import { Ban, Check, Minus, UsersRound } from "lucide-react";
import { formatNumber } from "@/components/ui/format";
import { type CampaignDecision, campaignSentence } from "@/lib/campaigns/engine";
import type { BenefitEffect } from "@/lib/campaigns/schema";
import { usePortal } from "../../../portal-context";
import { NO_CAMPAIGN } from "../no-campaign";

const MARKS = {
  fired: { icon: Check, words: "Gives", tone: "text-good-ink" },
  suppressed: { icon: Ban, words: "Suppressed", tone: "text-warn-ink" },
  control: { icon: UsersRound, words: "Held out", tone: "text-info-ink" },
  not: { icon: Minus, words: "Gives nothing", tone: "text-ink-3" },
} as const;

/** What every campaign made of the example, and why. */
export function Verdicts({
  campaigns,
  ownId,
}: {
  campaigns: readonly CampaignDecision[];
  /** The campaign that is being built. */
  ownId: string;
}) {
  const { program } = usePortal();
  if (campaigns.length === 0) {
    return <p className="text-ink-3 text-sm">No campaign listens to this event.</p>;
  }
  return (
    <ul className="divide-y overflow-hidden rounded-lg border bg-surface">
      {campaigns.map(({ campaignId, name, status, reason, desired, granted, benefits }) => {
        const { icon: Mark, words, tone } = MARKS[status];
        const isFired = status === "fired";
        return (
          <li key={campaignId} className="flex items-start gap-2.5 px-3.5 py-2.5">
            <Mark aria-label={words} className={`mt-0.5 size-4 ${tone}`} />
            <div className="min-w-0 flex-1">
              <p className={isFired ? "font-medium" : "text-ink-2"}>
                {name || "Untitled campaign"}
                {campaignId === ownId && (
                  <span className="ms-1.5 font-normal text-accent-ink text-xs">this campaign</span>
                )}
              </p>
              <p className="text-pretty text-ink-2 text-sm">{reason}</p>
              {benefits.filter(isUntold).map((benefit) => (
                <p key={JSON.stringify(benefit)} className="text-pretty text-sm">
                  + {benefitWords(benefit, program)}
                </p>
              ))}
            </div>
            <span className="text-end">
              <span className={isFired ? "font-semibold" : "text-ink-3"}>
                {formatNumber(granted, program.locale)}
              </span>
              {granted < desired && (
                <span className="block text-ink-3 text-xs">of {formatNumber(desired, program.locale)}</span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The reason says what members get; what happens behind their backs stands below it. */
const isUntold = ({ kind }: BenefitEffect) => kind === "tag" || kind === "segment" || kind === "webhook";

function benefitWords(benefit: BenefitEffect, program: Parameters<typeof campaignSentence>[1]): string {
  const { parts } = campaignSentence({ ...NO_CAMPAIGN, effects: [benefit] }, program);
  return parts
    .filter(({ field }) => field === "effects")
    .map(({ text }) => text)
    .join("");
}
