import { formatMoney, formatNumber } from "@/components/ui/format";
import { type Stat, StatStrip } from "@/components/ui/stat-strip";
import type { CampaignReport } from "@/lib/analytics/schema";
import type { Gave } from "./breakdown-panel";

type Formats = { locale: string; currency: string };

/** What the campaign gave in all, and what that cost. */
export function ReportStats({
  report,
  gave,
  pointName,
  decisionsHref,
  formats,
}: {
  report: CampaignReport;
  gave: Gave;
  pointName: string;
  /** Where the decisions behind the figures are; absent where the reader may not see them. */
  decisionsHref?: string;
  formats: Formats;
}) {
  const { issued, takenBack, awards, members } = report.totals;
  const number = (value: number) => formatNumber(value, formats.locale);
  const href = awards > 0 ? decisionsHref : undefined;
  const each = gave.points
    ? `${number(Math.round((issued - takenBack) / members))} ${pointName} each`
    : `${(awards / members).toLocaleString(formats.locale, { maximumFractionDigits: 1 })} times each`;
  return (
    <StatStrip
      stats={[
        ...(gave.points ? pointStats(report, pointName, href, formats) : benefitStats(report, href, formats)),
        { label: "Cost", ...costStat(report, formats) },
        { label: "Members reached", value: number(members), note: members > 0 ? each : undefined, href },
      ]}
    />
  );
}

function pointStats(
  { totals }: CampaignReport,
  pointName: string,
  href: string | undefined,
  { locale }: Formats,
): Stat[] {
  const { issued, takenBack, redeemed, awards } = totals;
  return [
    {
      label: `Issued ${pointName}`,
      value: formatNumber(issued, locale),
      note: `${formatNumber(awards, locale)} times`,
      href,
    },
    { label: "Taken back", value: formatNumber(takenBack, locale), note: share(takenBack, issued, locale) },
    {
      label: "Redeemed",
      value: formatNumber(redeemed, locale),
      note: share(redeemed, issued - takenBack, locale, "of what stayed"),
    },
  ];
}

function benefitStats(
  { totals, benefits }: CampaignReport,
  href: string | undefined,
  { locale }: Formats,
): Stat[] {
  const sum = (key: "withdrawn" | "used") => benefits.reduce((total, benefit) => total + benefit[key], 0);
  return [
    {
      label: "Benefits given",
      value: formatNumber(totals.benefits, locale),
      note: `${formatNumber(totals.awards, locale)} times`,
      href,
    },
    {
      label: "Withdrawn",
      value: formatNumber(sum("withdrawn"), locale),
      note: share(sum("withdrawn"), totals.benefits, locale, "of what was given"),
    },
    { label: "Vouchers used", value: formatNumber(sum("used"), locale) },
  ];
}

function costStat({ totals, funding }: CampaignReport, { currency, locale }: Formats): Omit<Stat, "label"> {
  const money = (amountMinor: number) => formatMoney(amountMinor, currency, locale);
  const { costMinor, awards } = totals;
  const value = money(costMinor);
  if (funding !== null) return { value, note: `${funding.name} pays ${money(funding.costMinor)}` };
  return awards === 0 ? { value } : { value, note: `${money(Math.round(costMinor / awards))} each time` };
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
