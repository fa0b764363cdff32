import { formatDay, formatTime } from "@/components/ui/format";
import type { VoucherCheck, VoucherVerdict } from "@/lib/benefits/schema";

type Formats = { locale: string; timeZone: string };

/** What is said at the counter; the store can still be to be named. */
export type CounterVerdict = VoucherVerdict | "which_store";

/**
 * What a voucher is good for where the device stands.
 * @param store code of the store; empty while nobody has said which it is
 */
export function verdictAt({ verdict, voucher: { stores } }: VoucherCheck, store: string): CounterVerdict {
  if (verdict !== "valid" && verdict !== "wrong_store") return verdict;
  if (stores.length === 0) return "valid";
  if (store === "") return "which_store";
  return stores.includes(store) ? "valid" : "wrong_store";
}

export const VERDICT_WORDS: Record<CounterVerdict, { title: string; tone: "good" | "warn" | "bad" }> = {
  valid: { title: "Valid", tone: "good" },
  wrong_store: { title: "Not for this store", tone: "warn" },
  which_store: { title: "Which store is this?", tone: "warn" },
  used: { title: "Used already", tone: "bad" },
  expired: { title: "Expired", tone: "bad" },
  withdrawn: { title: "Taken back", tone: "bad" },
};

/** What a cashier tells the member about a voucher. */
export function verdictInWords(
  verdict: CounterVerdict,
  { expiresOn, closedAt, usedIn, stores }: VoucherCheck["voucher"],
  formats: Formats,
): string {
  const closed = closedAt === null ? "" : formatTime(closedAt, "dateTime", formats);
  switch (verdict) {
    case "valid":
      return expiresOn === null ? "Without end." : `Until ${formatDay(expiresOn, "date", formats.locale)}.`;
    case "wrong_store":
      return `It is taken in ${stores.join(", ")}.`;
    case "which_store":
      return `It is taken in ${stores.join(", ")} only. Choose the store above.`;
    case "used":
      return `${closed}${usedIn === null ? "" : `, in ${usedIn}`}.`;
    case "expired":
      return expiresOn === null ? "" : `Its last day was ${formatDay(expiresOn, "date", formats.locale)}.`;
    case "withdrawn":
      return `It was withdrawn on ${closed}.`;
  }
}
