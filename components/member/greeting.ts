import { zonedParts } from "@/lib/core/calendar";

/** The part of the day by which one greets, on the clock of the program's time zone. */
export function partOfDay(now: Date, timeZone: string): "night" | "morning" | "afternoon" | "evening" {
  const { hour } = zonedParts(now, timeZone);
  if (hour < 5) return "night";
  if (hour < 12) return "morning";
  return hour < 18 ? "afternoon" : "evening";
}

/** What a member is called who is greeted. */
export function firstNameOf(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
