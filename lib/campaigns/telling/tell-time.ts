import type { Condition } from "../schema";
import type { OfferMessage, Speaker } from "./speaker";

type Kind<Name extends Condition["kind"]> = Extract<Condition, { kind: Name }>;

const WEEKDAYS = [
  "time.monday",
  "time.tuesday",
  "time.wednesday",
  "time.thursday",
  "time.friday",
  "time.saturday",
  "time.sunday",
] as const satisfies readonly OfferMessage[];

/** `on Mondays from 07:00 to 11:00` */
export function tellTime({ weekdays, monthDays, from, to }: Kind<"time">, speaker: Speaker): string {
  const days = daysOf(weekdays, monthDays, speaker);
  if (!from || !to) return days;
  const hours = speaker.say("time.hours", {
    from: speaker.formats.clock(from),
    to: speaker.formats.clock(to),
  });
  return days === "" ? hours : speaker.say("time.both", { days, hours });
}

function daysOf(
  weekdays: readonly number[] | undefined,
  monthDays: readonly number[] | undefined,
  speaker: Speaker,
): string {
  const ofWeek = weekdays === undefined ? "" : tellWeekdays(weekdays, speaker);
  if (monthDays === undefined) return ofWeek;
  const ofMonth = tellMonthDays(monthDays, speaker);
  return ofWeek === "" ? ofMonth : speaker.say("time.daysOnly", { days: ofWeek, monthDays: ofMonth });
}

function tellWeekdays(weekdays: readonly number[], speaker: Speaker): string {
  const sorted = [...weekdays].sort((one, other) => one - other);
  if (sorted.join() === "1,2,3,4,5") return speaker.say("time.workdays");
  if (sorted.join() === "6,7") return speaker.say("time.weekend");
  const days = sorted.flatMap((day) => WEEKDAYS[day - 1] ?? []).map((key) => speaker.say(key));
  return speaker.say("time.days", { days: speaker.and(days) });
}

/** The 31st stands for the last day where a month is shorter. */
function tellMonthDays(monthDays: readonly number[], speaker: Speaker): string {
  const days = [...monthDays]
    .sort((one, other) => one - other)
    .map((day) => (day === 31 ? speaker.say("time.lastDay") : speaker.say("time.monthDay", { day })));
  return speaker.say("time.monthDays", { days: speaker.and(days) });
}

export function tellDates({ from, to, yearly }: Kind<"dates">, speaker: Speaker): string {
  const day = (iso: string) => speaker.formats.day(iso, yearly ? "yearless" : "full");
  if (from === to) return speaker.say("time.onDate", { yearly, day: day(from) });
  return speaker.say("time.dates", { yearly, from: day(from), to: day(to) });
}

export function tellAnniversary(
  { of, daysBefore, daysAfter }: Kind<"anniversary">,
  speaker: Speaker,
): string {
  if (daysBefore === 0 && daysAfter === 0) return speaker.say("anniversary.on", { of });
  if (daysBefore === daysAfter) return speaker.say("anniversary.around", { of, days: daysAfter });
  if (daysBefore === 0) return speaker.say("anniversary.after", { of, days: daysAfter });
  if (daysAfter === 0) return speaker.say("anniversary.before", { of, days: daysBefore });
  return speaker.say("anniversary.between", { of, before: daysBefore, after: daysAfter });
}
