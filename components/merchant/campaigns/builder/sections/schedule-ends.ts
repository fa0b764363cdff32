import { addDays, type Day, instantOfLocal, isStartOfDay, localDay, localTime } from "@/lib/core/calendar";

/** Where a schedule begins or ends, as it is chosen: a day that counts in full, or a time (HH:MM) of that day. */
export type End = { day: Day; time: string | null };

/** How an instant of a schedule is chosen. The end of a campaign is the first instant after it. */
export function endOf(at: string, of: "startsAt" | "endsAt", timeZone: string): End {
  const instant = new Date(at);
  if (!isStartOfDay(instant, timeZone)) {
    return { day: localDay(instant, timeZone), time: localTime(instant, timeZone) };
  }
  const within = of === "startsAt" ? instant : new Date(instant.getTime() - 1);
  return { day: localDay(within, timeZone), time: null };
}

export function instantOfEnd({ day, time }: End, of: "startsAt" | "endsAt", timeZone: string): string {
  const local = time === null ? `${of === "startsAt" ? day : addDays(day, 1)}T00:00:00` : `${day}T${time}:00`;
  return instantOfLocal(local, timeZone).toISOString();
}
