import { formatMoney, formatNumber } from "@/components/ui/format";
import { type Stat, StatStrip } from "@/components/ui/stat-strip";
import type { CampaignReport } from "@/lib/analytics/schema";
import type { Shown } from "./behind/look";
import type { Gave } from "./breakdown-panel";

type Formats = { locale: string; currency: string };
/** Where what a figure is made of is; undefined where there is nothing to see. */
type HrefOf = (figure: Shown, value: number) => string | undefined;

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
  /** Where what a figure is made of is; absent where the reader may not see it. */
  hrefOf?: ((figure: Shown) => string) | undefined;
  formats: Formats;
}) {
  const { issued, takenBack, awards, members } = report.totals;
  const number = (value: number) => formatNumber(value, formats.locale);
  const href: HrefOf = (figure, value) => (value === 0 ? undefined : hrefOf?.(figure));
  const each = gave.points
    ? `${number(Math.round((issued - takenBack) / members))} ${pointName} each`
    : `${(awards / members).toLocaleString(formats.locale, { maximumFractionDigits: 1 })} times each`;
  return (
    <StatStrip
      stats={[
        ...(gave.points ? pointStats(report, pointName, href, formats) : benefitStats(report, href, formats)),
        { label: "Cost", ...costStat(report, formats), href: href("cost", report.totals.costMinor) },
        {
          label: "Members reached",
          value: number(members),
          note: members > 0 ? each : undefined,
          href: href("members", members),
        },
      ]}
    />
  );
}

function pointStats(
  { totals }: CampaignReport,
  pointName: string,
  href: HrefOf,
  { locale }: Formats,
): Stat[] {
  const { issued, takenBack, redeemed, awards } = totals;
  return [
    {
      label: `Issued ${pointName}`,
      value: formatNumber(issued, locale),
      note: `${formatNumber(awards, locale)} times`,
      href: href("issued", issued),
    },
    {
      label: "Taken back",
      value: formatNumber(takenBack, locale),
      note: share(takenBack, issued, locale),
      href: href("takenBack", takenBack),
    },
    {
      label: "Redeemed",
      value: formatNumber(redeemed, locale),
      note: share(redeemed, issued - takenBack, locale, "of what stayed"),
      href: href("redeemed", redeemed),
    },
  ];
}

function benefitStats({ totals, benefits }: CampaignReport, href: HrefOf, { locale }: Formats): Stat[] {
  const sum = (key: "withdrawn" | "used") => benefits.reduce((total, benefit) => total + benefit[key], 0);
  return [
    {
      label: "Benefits given",
      value: formatNumber(totals.benefits, locale),
      note: `${formatNumber(totals.awards, locale)} times`,
      href: href("benefits", totals.benefits),
    },
    {
      label: "Withdrawn",
      value: formatNumber(sum("withdrawn"), locale),
      note: share(sum("withdrawn"), totals.benefits, locale, "of what was given"),
      href: href("withdrawn", sum("withdrawn")),
    },
    {
      label: "Vouchers used",
      value: formatNumber(sum("used"), locale),
      href: href("used", sum("used")),
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
