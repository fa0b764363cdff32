import { formatMoney, formatNumber } from "@/components/ui/format";
import { StatStrip } from "@/components/ui/stat-strip";
import type { CampaignReport } from "@/lib/analytics/schema";

type Formats = { locale: string; currency: string };

/** What the campaign gave in all, and what that cost. */
export function ReportStats({
  report,
  pointName,
  formats,
}: {
  report: CampaignReport;
  pointName: string;
  formats: Formats;
}) {
  const { issued, takenBack, redeemed, awards, members, costMinor } = report.totals;
  const number = (value: number) => formatNumber(value, formats.locale);
  const kept = issued - takenBack;
  return (
    <StatStrip
      stats={[
        { label: `Issued ${pointName}`, value: number(issued), note: `${number(awards)} times` },
        { label: "Taken back", value: number(takenBack), note: share(takenBack, issued, formats.locale) },
        {
          label: "Redeemed",
          value: number(redeemed),
          note: share(redeemed, kept, formats.locale, "of what stayed"),
        },
        {
          label: "Cost",
          value: formatMoney(costMinor, formats.currency, formats.locale),
          note:
            report.funding !== null
              ? `${report.funding.name} pays ${formatMoney(report.funding.costMinor, formats.currency, formats.locale)}`
              : awards > 0
                ? `${formatMoney(Math.round(costMinor / awards), formats.currency, formats.locale)} each time`
                : undefined,
        },
        {
          label: "Members reached",
          value: number(members),
          note: members > 0 ? `${number(Math.round(kept / members))} ${pointName} each` : undefined,
        },
      ]}
    />
  );
}

function share(
  part: number,
  whole: number,
  locale: string,
  words = "of what was issued",
): string | undefined {
  if (whole <= 0) return undefined;
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  return `${percent.format(part / whole)} ${words}`;
}
