"use client";

import { Check, Minus } from "lucide-react";
import { useMemo, useState } from "react";
import { formatNumber, formatSigned } from "@/components/ui/format";
import type { VersionedCampaign } from "@/lib/campaigns/engine";
import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { usePortal } from "../../portal-context";
import { evaluate } from "./evaluate";
import { exampleFor } from "./example";
import { ExampleEditor } from "./example-editor";
import { unitMinorOf } from "./money";

/** Tries the campaign on an example, beside everything that is live, at every keystroke. */
export function TryIt({
  campaignId,
  version,
  definition,
  isRunnable,
  live,
  now,
}: {
  campaignId: string;
  version: number;
  definition: CampaignDefinition;
  /** Whether nothing keeps the draft from running. */
  isRunnable: boolean;
  /** What is live beside this campaign. */
  live: VersionedCampaign[];
  /** ISO 8601 */
  now: string;
}) {
  const { program } = usePortal();
  const [example, setExample] = useState(() =>
    exampleFor(definition, {
      now: new Date(now),
      timeZone: program.timeZone,
      unitMinor: unitMinorOf(program.currency),
    }),
  );
  const { trigger } = definition;
  const { points, campaigns } = useMemo(
    () => evaluate(example, isRunnable ? { campaignId, version, definition } : null, trigger, live, program),
    [example, isRunnable, campaignId, version, definition, trigger, live, program],
  );
  return (
    <div className="flex flex-col gap-3 xl:sticky xl:top-24">
      <div className="flex items-baseline justify-between gap-3">
        <h2 id="try-it" className="text-md">
          Try it
        </h2>
        <span className="text-ink-3 text-xs">evaluated as you type</span>
      </div>
      <ExampleEditor example={example} isPurchase={trigger.event === "purchase"} onChange={setExample} />
      <p aria-live="polite" className="flex items-baseline gap-2 py-1">
        <span className="font-semibold text-display tracking-tight">
          {formatSigned(points, program.locale)}
        </span>
        <span className="text-ink-2 text-md">{program.pointName}</span>
      </p>
      {!isRunnable && (
        <p className="text-ink-2 text-sm">
          This campaign joins in as soon as nothing is left to finish. Below is what is live without it.
        </p>
      )}
      {campaigns.length > 0 ? (
        <ul className="divide-y overflow-hidden rounded-lg border bg-surface">
          {campaigns.map((campaign) => (
            <li key={campaign.campaignId} className="flex items-start gap-2.5 px-3.5 py-2.5">
              {campaign.fired ? (
                <Check aria-label="Fires" className="mt-0.5 size-4 text-good-ink" />
              ) : (
                <Minus aria-label="Does not fire" className="mt-0.5 size-4 text-ink-3" />
              )}
              <div className="min-w-0 flex-1">
                <p className={campaign.fired ? "font-medium" : "text-ink-2"}>
                  {campaign.name || "Untitled campaign"}
                  {campaign.campaignId === campaignId && (
                    <span className="ms-1.5 font-normal text-accent-ink text-xs">this campaign</span>
                  )}
                </p>
                <p className="text-pretty text-ink-2 text-sm">{campaign.reason}</p>
              </div>
              <span className={campaign.fired ? "font-semibold" : "text-ink-3"}>
                {formatNumber(campaign.granted, program.locale)}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-3 text-sm">No campaign listens to this event.</p>
      )}
    </div>
  );
}
