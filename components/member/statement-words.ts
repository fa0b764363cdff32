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

/** What moved the balance in the month, signed, in the order of a statement; what did not move it is left out. */
export function movementsOf(statement: StatementDto): { label: string; points: number }[] {
  const { earned, received, returned, spent, sent, expired, adjusted } = statement;
  return [
    { label: "Earned", points: earned },
    { label: "Received from others", points: received },
    { label: "Taken back after returns", points: -returned },
    { label: "Spent", points: -spent },
    { label: "Passed on to others", points: -sent },
    { label: "Expired", points: -expired },
    { label: "Adjusted", points: adjusted },
  ].filter(({ points }) => points !== 0);
}

/** What the closing balance is made of, where not all of it could be used. */
export function partsOf({ closing, pending, owed }: StatementDto): { label: string; points: number }[] {
  if (pending === 0 && owed === 0) return [];
  return [
    { label: "Yours to use", points: closing - pending + owed },
    { label: "Pending", points: pending },
    { label: "Owed", points: -owed },
  ].filter(({ points }, index) => index === 0 || points !== 0);
}
