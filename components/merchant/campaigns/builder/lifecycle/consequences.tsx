"use client";

import { campaignSentence } from "@/lib/campaigns/engine";
import type { CampaignDefinition } from "@/lib/campaigns/schema";
import type { Wording } from "../wording";
import type { Proposal } from "./proposal";

/** What will run, whom it reaches and what it can cost at most, before somebody launches it. */
export function Consequences({
  proposal: { definition, sentence, liveSentence, wording },
}: {
  proposal: Proposal;
}) {
  const rows = [
    ...(liveSentence === null ? [] : [{ term: "Until now", words: liveSentence, isMain: false }]),
    { term: "From now on", words: sentence, isMain: true },
    { term: "For whom", words: reachWords(definition, wording), isMain: false },
    { term: "Budget", words: budgetWords(definition, wording), isMain: false },
  ];
  return (
    <dl className="flex flex-col gap-3 rounded-md border bg-sunken px-3.5 py-3">
      {rows.map(({ term, words, isMain }) => (
        <div key={term}>
          <dt className="text-ink-3 text-xs">{term}</dt>
          <dd className={isMain ? "font-medium" : "text-ink-2"}>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function partWords(definition: CampaignDefinition, field: string, wording: Wording): string {
  const { parts } = campaignSentence(definition, wording);
  return parts
    .filter((part) => part.field === field)
    .map(({ text }) => text.trim())
    .join(" ");
}

function reachWords(definition: CampaignDefinition, wording: Wording): string {
  const { audience, control } = definition;
  const who = audience === null ? "All members" : `Members ${partWords(definition, "audience", wording)}`;
  return control === undefined
    ? `${who}.`
    : `${who}, except ${control.percent} % of them, always the same, who are held out to measure what it does.`;
}

function budgetWords(definition: CampaignDefinition, wording: Wording): string {
  const budgets = definition.limits.filter(({ per }) => per === "campaign");
  if (budgets.length === 0) {
    return "None: what all members together can get is not limited. You can add a budget under Limits.";
  }
  const words = partWords({ ...definition, limits: budgets }, "limits", wording);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}. It gives nothing beyond that.`;
}
