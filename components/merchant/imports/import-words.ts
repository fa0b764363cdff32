import type { Tone } from "@/components/ui/badge";
import type {
  AmountUnit,
  DecimalSeparator,
  ImportField,
  ImportState,
  TimeFormat,
} from "@/lib/imports/schema";

/** What the portal calls the state of an import. */
export const STATE_WORDS: Record<ImportState, { label: string; tone: Tone }> = {
  uploaded: { label: "To be mapped", tone: "warn" },
  staging: { label: "Reading", tone: "info" },
  grouping: { label: "Grouping", tone: "info" },
  posting: { label: "Handing over", tone: "info" },
  done: { label: "Done", tone: "good" },
  failed: { label: "Failed", tone: "bad" },
  cancelled: { label: "Cancelled", tone: "neutral" },
};

/** What each field is, and what its column holds. */
export const FIELD_WORDS: Record<ImportField, { label: string; hint: string }> = {
  basketId: { label: "Basket", hint: "Lines with the same value are one purchase" },
  memberId: { label: "Member", hint: "Your own number for the member" },
  occurredAt: { label: "Time", hint: "When the purchase was made" },
  amount: { label: "Amount", hint: "Total of the line, not the price of one piece" },
  quantity: { label: "Quantity", hint: "Pieces or weight; 1 when left out" },
  sku: { label: "Product number", hint: "For rules about products" },
  name: { label: "Product name", hint: "Shown to members" },
  category: { label: "Category", hint: "For rules about categories" },
  brand: { label: "Brand", hint: "For rules about brands" },
  store: { label: "Store", hint: "For rules about places" },
  channel: { label: "Channel", hint: "Such as shop, web or app" },
  device: { label: "Device", hint: "Such as a till, a terminal or ios" },
  codes: { label: "Codes", hint: "Entered with the purchase, several with commas between" },
};

export const TIME_FORMAT_WORDS: Record<TimeFormat, string> = {
  iso: "2026-03-14 15:09:26",
  day_first: "14.03.2026 15:09",
  month_first: "03/14/2026 3:09 PM",
  epoch_seconds: "1773500966 (seconds since 1970)",
  epoch_milliseconds: "1773500966000 (milliseconds since 1970)",
};

export const DECIMAL_WORDS: Record<DecimalSeparator, string> = { point: "3.86", comma: "3,86" };
export const UNIT_WORDS: Record<AmountUnit, string> = {
  major: "Whole units with decimals",
  minor: "Smallest units, such as cents",
};

const UNITS = ["bytes", "KB", "MB", "GB", "TB"];

/** A file's size: 1802914 → "1.8 MB". */
export function formatBytes(bytes: number, locale: string): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)} ${UNITS[unit]}`;
}
