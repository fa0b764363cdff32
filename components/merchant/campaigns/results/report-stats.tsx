import { formatMoney, formatNumber } from "@/components/ui/format";
import { type Stat, StatStrip } from "@/components/ui/stat-strip";
import type { CampaignReport } from "@/lib/analytics/schema";
import type { Shown } from "./behind/look";
import type { Gave } from "./breakdown-panel";

type Formats = { locale: string; currency: string };
/** Where what a figure is made of is; undefined where the reader may not see it. */
type HrefOf = ((figure: Shown) => string) | undefined;

/** What the campaign gave in all, and what that cost. */
export function ReportStats({
  report,
  gave,
  pointName,
  hrefOf,
  formats,
}: {
  report: CampaignReport;
  gave: Gave;
  pointName: string;
  hrefOf: HrefOf;
  formats: Formats;
}) {
  const { issued, takenBack, awards, members } = report.totals;
  const number = (value: number) => formatNumber(value, formats.locale);
  const each = gave.points
    ? `${number(Math.round((issued - takenBack) / members))} ${pointName} each`
    : `${(awards / members).toLocaleString(formats.locale, { maximumFractionDigits: 1 })} times each`;
  return (
    <StatStrip
      stats={[
        ...(gave.points
          ? pointStats(report, pointName, hrefOf, formats)
          : benefitStats(report, hrefOf, formats)),
        { label: "Cost", ...costStat(report, formats), href: hrefOf?.("cost") },
        {
          label: "Members reached",
          value: number(members),
          note: members > 0 ? each : undefined,
          href: hrefOf?.("members"),
        },
      ]}
    />
  );
}

function pointStats(
  { totals }: CampaignReport,
  pointName: string,
  hrefOf: HrefOf,
  { locale }: Formats,
): Stat[] {
  const { issued, takenBack, redeemed, awards } = totals;
  return [
    {
      label: `Issued ${pointName}`,
      value: formatNumber(issued, locale),
      note: `${formatNumber(awards, locale)} times`,
      href: hrefOf?.("issued"),
    },
    {
      label: "Taken back",
      value: formatNumber(takenBack, locale),
      note: share(takenBack, issued, locale),
      href: hrefOf?.("takenBack"),
    },
    {
      label: "Redeemed",
      value: formatNumber(redeemed, locale),
      note: share(redeemed, issued - takenBack, locale, "of what stayed"),
      href: hrefOf?.("redeemed"),
    },
  ];
}

function benefitStats({ totals, benefits }: CampaignReport, hrefOf: HrefOf, { locale }: Formats): Stat[] {
  const sum = (key: "withdrawn" | "used") => benefits.reduce((total, benefit) => total + benefit[key], 0);
  return [
    {
      label: "Benefits given",
      value: formatNumber(totals.benefits, locale),
      note: `${formatNumber(totals.awards, locale)} times`,
      href: hrefOf?.("benefits"),
    },
    {
      label: "Withdrawn",
      value: formatNumber(sum("withdrawn"), locale),
      note: share(sum("withdrawn"), totals.benefits, locale, "of what was given"),
      href: hrefOf?.("withdrawn"),
    },
    {
      label: "Vouchers used",
      value: formatNumber(sum("used"), locale),
      href: hrefOf?.("used"),
    },
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
