"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatTime } from "@/components/ui/format";
import { campaignSentence } from "@/lib/campaigns/engine";
import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { usePortal } from "../../../portal-context";
import type { Foresight, ReviewActions } from "../../server-actions";
import type { Wording } from "../wording";
import { type Proposal, startOf } from "./proposal";
import { ReachWords } from "./reach-words";
import { SimulatedWords } from "./simulated-words";

/** What will run, whom it reaches and what it can cost, before somebody launches it. */
export function Consequences({
  id,
  proposal,
  foresee,
}: {
  /** TypeID */
  id: string;
  proposal: Proposal;
  foresee: ReviewActions["foresee"];
}) {
  const { program } = usePortal();
  const { definition, sentence, liveSentence, wording } = proposal;
  const start = startOf(proposal, new Date());
  const { data, isError } = useQuery({
    queryKey: ["foresight", program.slug, id, definition],
    queryFn: async (): Promise<Foresight> => {
      const result = await foresee({ program: program.slug, id, definition });
      if (!result.ok) throw new Error(result.error.message);
      return result.data;
    },
    // Members join and simulations end: each time the question is asked, they are counted anew.
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <dl className="flex flex-col gap-3 rounded-md border bg-sunken px-3.5 py-3">
      {liveSentence !== null && <Consequence term="Until now">{liveSentence}</Consequence>}
      <Consequence term={start ? `From ${formatTime(start, "short", program)} on` : "From now on"} isMain>
        {sentence}
      </Consequence>
      <Consequence term="For whom">
        {audienceWords(definition, wording)}{" "}
        <ReachWords definition={definition} reach={data?.reach} isError={isError} />
      </Consequence>
      <Consequence term="Budget">{budgetWords(definition, wording)}</Consequence>
      <Consequence term="What it may cost">
        <SimulatedWords id={id} simulation={data?.simulation} isError={isError} />
      </Consequence>
    </dl>
  );
}

function Consequence({
  term,
  isMain = false,
  children,
}: {
  term: string;
  isMain?: boolean;
  children: ReactNode;
}) {
  return (
    <div>
      <dt className="text-ink-3 text-xs">{term}</dt>
      <dd className={isMain ? "font-medium" : "text-ink-2"}>{children}</dd>
    </div>
  );
}

function partWords(definition: CampaignDefinition, field: string, wording: Wording): string {
  const { parts } = campaignSentence(definition, wording);
  return parts
    .filter((part) => part.field === field)
    .map(({ text }) => text.trim())
    .join(" ");
}

function audienceWords(definition: CampaignDefinition, wording: Wording): string {
  return definition.audience === null
    ? "All members."
    : `Members ${partWords(definition, "audience", wording)}.`;
}

function budgetWords(definition: CampaignDefinition, wording: Wording): string {
  const budgets = definition.limits.filter(({ per }) => per === "campaign");
  if (budgets.length === 0) {
    return "None: what all members together can get is not limited. You can add a budget under Limits.";
  }
  const words = partWords({ ...definition, limits: budgets }, "limits", wording);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}. It gives nothing beyond that.`;
}
