import { formatMoney, formatNumber } from "@/components/ui/format";
import { StatStrip } from "@/components/ui/stat-strip";
import type { CampaignReport } from "@/lib/analytics/schema";

/** What a campaign gave and cost, and what of that its sponsor pays. */
export function SponsorStats({
  report: { totals, funding },
  pointName,
  formats: { locale, currency },
}: {
  report: Pick<CampaignReport, "totals" | "funding">;
  pointName: string;
  formats: { locale: string; currency: string };
}) {
  const money = (amountMinor: number) => formatMoney(amountMinor, currency, locale);
  return (
    <StatStrip
      stats={[
        {
          label: "Your share",
          value: money(funding?.costMinor ?? 0),
          note: `${funding?.percent ?? 0} % of ${money(totals.costMinor)}`,
        },
        {
          label: `Given in ${pointName}`,
          value: formatNumber(totals.issued, locale),
          note: `${formatNumber(totals.takenBack, locale)} taken back`,
        },
        { label: "Redeemed", value: formatNumber(totals.redeemed, locale) },
        {
          label: "Members reached",
          value: formatNumber(totals.members, locale),
          note: `${formatNumber(totals.awards, locale)} times`,
        },
      ]}
    />
  );
}
