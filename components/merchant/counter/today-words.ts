import { formatMoney, formatNumber, formatSigned } from "@/components/ui/format";
import type { CounterActionDto } from "@/lib/flows/serve-at-counter/schema";

type Program = { locale: string; currency: string; pointName: string };

/** What was done, what came of it, and what taking it back does. */
export function doneInWords(
  { kind, name, points, amountMinor, memberName }: CounterActionDto,
  { locale, currency, pointName }: Program,
): { title: string; note: string | null; undoing: string } {
  switch (kind) {
    case "earned":
      return {
        title: `Purchase of ${formatMoney(amountMinor ?? 0, currency, locale)}`,
        note:
          points === null
            ? `${pointName} come by themselves`
            : `${formatSigned(points, locale)} ${pointName}`,
        undoing: `The purchase is taken back, and with it all that ${memberName} earned by it.`,
      };
    case "redeemed":
      return {
        title: name,
        note: points === null ? null : `for ${formatNumber(points, locale)} ${pointName}`,
        undoing: `${memberName} gets the ${pointName} back, and the reward is given up.`,
      };
    case "voucher_used":
      return {
        title: `Voucher used: ${name}`,
        note: null,
        undoing: `The voucher of ${memberName} can be used again.`,
      };
  }
}
