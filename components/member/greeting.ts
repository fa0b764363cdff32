import { zonedParts } from "@/lib/core/calendar";

/** What one says at this time of day in the program's time zone, to the member by their first name. */
export function greeting(name: string, now: Date, timeZone: string): string {
  const { hour } = zonedParts(now, timeZone);
  const [firstName = name] = name.trim().split(/\s+/);
  return `${salutation(hour)}, ${firstName}`;
}

function salutation(hour: number): string {
  if (hour < 5) return "Hello";
  if (hour < 12) return "Good morning";
  if (hour < 18) return "Good afternoon";
  return "Good evening";
}
