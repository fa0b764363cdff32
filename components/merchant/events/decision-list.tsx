import { Check, Minus } from "lucide-react";
import Link from "next/link";
import { formatNumber } from "@/components/ui/format";

/** What one campaign made of an event. `campaignId` is a TypeID; points before and after limits. */
export type CampaignVerdict = {
  campaignId: string;
  version: number;
  name: string;
  fired: boolean;
  reason: string;
  desired: number;
  granted: number;
};

/** Every campaign that looked at the event: those that fired first, each with its reason. */
export function DecisionList({
  verdicts,
  locale,
  campaignsHref,
}: {
  verdicts: CampaignVerdict[];
  locale: string;
  /** `/p/<program>/campaigns`; null where the reader may not open campaigns. */
  campaignsHref: string | null;
}) {
  const ordered = [...verdicts].sort((one, other) => Number(other.fired) - Number(one.fired));
  return (
    <ul className="divide-y">
      {ordered.map((verdict) => (
        <li key={verdict.campaignId} className="flex items-start gap-3 px-4.5 py-2.5">
          {verdict.fired ? (
            <Check aria-label="Fired" className="mt-0.5 size-4 text-good-ink" />
          ) : (
            <Minus aria-label="Did not fire" className="mt-0.5 size-4 text-ink-3" />
          )}
          <div className="min-w-0 flex-1">
            <p className={verdict.fired ? "font-medium" : "text-ink-2"}>
              {campaignsHref ? (
                <Link href={`${campaignsHref}/${verdict.campaignId}`} className="hover:underline">
                  {verdict.name}
                </Link>
              ) : (
                verdict.name
              )}
              <span className="ms-1.5 font-normal text-ink-3 text-xs">v{verdict.version}</span>
            </p>
            <p className="text-ink-2 text-sm">{verdict.reason}</p>
            {verdict.fired && verdict.granted < verdict.desired && (
              <p className="text-sm text-warn-ink">
                Limited: {formatNumber(verdict.granted, locale)} of {formatNumber(verdict.desired, locale)}
              </p>
            )}
          </div>
          <span className={verdict.fired ? "font-semibold" : "text-ink-3"}>
            {formatNumber(verdict.granted, locale)}
          </span>
        </li>
      ))}
    </ul>
  );
}
