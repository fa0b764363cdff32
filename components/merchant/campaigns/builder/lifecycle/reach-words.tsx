"use client";

import { formatNumber } from "@/components/ui/format";
import { historyConditionsIn } from "@/lib/campaigns/engine";
import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { usePortal } from "../../../portal-context";
import type { Foresight } from "../../server-actions";

/** How many members the audience holds now, and what nobody can say of them before it happens. */
export function ReachWords({
  definition: { audience, condition, control },
  reach,
  isError,
}: {
  definition: CampaignDefinition;
  /** Absent while they are being counted. */
  reach: Foresight["reach"] | undefined;
  isError: boolean;
}) {
  const { locale } = usePortal().program;
  if (isError) return <>How many that are could not be counted just now.</>;
  if (reach === undefined) return <span aria-live="polite">Counting them…</span>;
  const number = (value: number) => formatNumber(value, locale);
  const isEveryone = audience === null && reach.reached === reach.all;
  const held = Math.round((reach.reached * (control?.percent ?? 0)) / 100);
  return (
    <span aria-live="polite">
      <strong className="font-medium text-ink">
        {isEveryone
          ? `${number(reach.all)} ${reach.all === 1 ? "member" : "members"} today`
          : `${number(reach.reached)} of ${number(reach.all)} members today`}
      </strong>
      {control === undefined
        ? "."
        : `; about ${number(held)} of them (${control.percent} %), always the same, are held out to measure what it does.`}
      {historyConditionsIn(condition).length > 0 &&
        " Which of them have done what the conditions ask for shows purchase by purchase; a simulation counts them."}
    </span>
  );
}
