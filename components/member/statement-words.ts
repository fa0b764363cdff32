import { formatTime } from "@/components/ui/format";
import type { StatementDto } from "@/lib/statements/schema";

/** `2026-10` → "October 2026" in the reader's language. */
export function monthInWords(month: string, locale: string): string {
  const language = locale === "en" ? "en-GB" : locale;
  return new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

/** When a statement was made, as a date. */
export function madeInWords({ madeAt }: StatementDto, formats: { locale: string; timeZone: string }): string {
  return formatTime(madeAt, "date", formats);
}

/** Lines of a statement are called by these messages. */
type Line<Name extends string> = { name: Name; points: number };

/** What moved the balance in the month, signed, in the order of a statement; what did not move it is left out. */
export function movementsOf(
  statement: StatementDto,
): Line<"earned" | "received" | "returned" | "spent" | "sent" | "expired" | "adjusted">[] {
  const { earned, received, returned, spent, sent, expired, adjusted } = statement;
  return [
    { name: "earned" as const, points: earned },
    { name: "received" as const, points: received },
    { name: "returned" as const, points: -returned },
    { name: "spent" as const, points: -spent },
    { name: "sent" as const, points: -sent },
    { name: "expired" as const, points: -expired },
    { name: "adjusted" as const, points: adjusted },
  ].filter(({ points }) => points !== 0);
}

/** What the closing balance is made of, where not all of it could be used. */
export function partsOf({ closing, pending, owed }: StatementDto): Line<"usable" | "pending" | "owed">[] {
  if (pending === 0 && owed === 0) return [];
  return [
    { name: "usable" as const, points: closing - pending + owed },
    { name: "pending" as const, points: pending },
    { name: "owed" as const, points: -owed },
  ].filter(({ points }, index) => index === 0 || points !== 0);
}
