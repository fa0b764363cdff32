import { formatMoney, formatNumber } from "@/components/ui/format";
import { type Stat, StatStrip } from "@/components/ui/stat-strip";
import type { AwardSums } from "@/lib/flows/report-campaign/schema";
import { gaveOf } from "../breakdown-panel";
import { SHOWN_WORDS, type Shown } from "./look";

type Formats = { locale: string; currency: string };

/** The figures of the decisions that a list shows, each leading to those that it is made of. */
export function FigureStrip({
  sums,
  shown,
  pointName,
  hrefOf,
  formats,
}: {
  sums: AwardSums;
  /** Which of them the list is narrowed down to. */
  shown: Shown | undefined;
  pointName: string;
  hrefOf: (figure: Shown) => string;
  formats: Formats;
}) {
  const gave = gaveOf(sums);
  const stat = (figure: Shown & keyof AwardSums, label = SHOWN_WORDS[figure]): Stat => ({
    label,
    value: formatNumber(sums[figure], formats.locale),
    href: hrefOf(figure),
    current: shown === figure,
  });
  return (
    <StatStrip
      className="mb-3"
      stats={[
        ...(gave.points ? [stat("issued", `Issued ${pointName}`), stat("takenBack")] : []),
        ...(gave.benefits ? [stat("benefits"), stat("withdrawn"), stat("used")] : []),
        stat("awards"),
        stat("members"),
        {
          label: SHOWN_WORDS.cost,
          value: formatMoney(sums.costMinor, formats.currency, formats.locale),
          note: costInWords(sums, pointName, formats),
          href: hrefOf("cost"),
          current: shown === "cost",
        },
      ]}
    />
  );
}

/** What the cost is made of: "157 beans at €10.00 a thousand, and €0.90 for vouchers". */
function costInWords(
  { issued, takenBack, vouchersMinor, valuePerThousandMinor }: AwardSums,
  pointName: string,
  { locale, currency }: Formats,
): string | undefined {
  const stayed = issued - takenBack;
  const price = formatMoney(valuePerThousandMinor, currency, locale);
  const parts = [
    stayed !== 0 && `${formatNumber(stayed, locale)} ${pointName} at ${price} a thousand`,
    vouchersMinor > 0 && `${formatMoney(vouchersMinor, currency, locale)} for vouchers`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(", and ") : undefined;
}
