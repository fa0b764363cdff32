import { formatDay, formatTime } from "@/components/ui/format";
import type { VoucherCheck, VoucherVerdict } from "@/lib/benefits/schema";

type Formats = { locale: string; timeZone: string };

export const VERDICT_WORDS: Record<VoucherVerdict, { title: string; tone: "good" | "warn" | "bad" }> = {
  valid: { title: "Valid", tone: "good" },
  wrong_store: { title: "Not for this store", tone: "warn" },
  used: { title: "Used already", tone: "bad" },
  expired: { title: "Expired", tone: "bad" },
  withdrawn: { title: "Taken back", tone: "bad" },
};

/** What a cashier tells the member about a voucher. */
export function verdictInWords({ verdict, voucher }: VoucherCheck, formats: Formats): string {
  const { expiresOn, closedAt, usedIn, stores } = voucher;
  const closed = closedAt === null ? "" : formatTime(closedAt, "dateTime", formats);
  switch (verdict) {
    case "valid":
      return expiresOn === null ? "Without end." : `Until ${formatDay(expiresOn, "date", formats.locale)}.`;
    case "wrong_store":
      return `It is taken in ${stores.join(", ")}.`;
    case "used":
      return `${closed}${usedIn === null ? "" : `, in ${usedIn}`}.`;
    case "expired":
      return expiresOn === null ? "" : `Its last day was ${formatDay(expiresOn, "date", formats.locale)}.`;
    case "withdrawn":
      return `It was withdrawn on ${closed}.`;
  }
}
