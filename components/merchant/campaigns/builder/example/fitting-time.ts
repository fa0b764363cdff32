import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { addDays, type Day, instantOfLocal, localDay, localTime, zonedParts } from "@/lib/core/calendar";
import type { Leaf } from "../conditions/groups";
import { leavesOf } from "./leaves";

type Time = Extract<Leaf, { kind: "time" }>;
type Dates = Extract<Leaf, { kind: "dates" }>;

const USUAL_TIME = "12:00";

/** How far ahead a fitting day is looked for. */
const MAX_DAYS = 400;

/** The next time at which the campaign's days and hours hold; today at noon where it has none. */
export function fittingTime(definition: CampaignDefinition, now: Date, timeZone: string): string {
  const leaves = leavesOf(definition.condition);
  const times = leaves.filter((leaf): leaf is Time => leaf.kind === "time");
  const dates = leaves.filter((leaf): leaf is Dates => leaf.kind === "dates");
  const { startsAt } = definition.schedule;
  const from = startsAt && Date.parse(startsAt) > now.getTime() ? new Date(startsAt) : now;
  const first = localDay(from, timeZone);
  const start = from === now ? "" : localTime(from, timeZone);
  const usual = start > USUAL_TIME ? start : USUAL_TIME;
  const hour = times.find((time) => time.from)?.from ?? usual;
  for (let ahead = 0; ahead < MAX_DAYS; ahead += 1) {
    const day = addDays(first, ahead);
    const fits =
      times.every((time) => fitsTime(time, day, timeZone)) && dates.every((span) => fitsDates(span, day));
    if (fits) return `${day}T${hour}`;
  }
  return `${first}T${hour}`;
}

function fitsTime({ weekdays, monthDays }: Time, day: Day, timeZone: string): boolean {
  const parts = zonedParts(instantOfLocal(`${day}T12:00:00`, timeZone), timeZone);
  return (
    (weekdays === undefined || weekdays.includes(parts.weekday)) &&
    (monthDays === undefined || monthDays.includes(parts.day))
  );
}

function fitsDates({ from, to, yearly }: Dates, day: Day): boolean {
  if (!yearly) return day >= from && day <= to;
  const [start, end, date] = [from.slice(5), to.slice(5), day.slice(5)];
  return start <= end ? date >= start && date <= end : date >= start || date <= end;
}
