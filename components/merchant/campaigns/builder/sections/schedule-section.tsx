"use client";

import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { addDays, instantOfLocal, localDay } from "@/lib/core/calendar";
import { usePortal } from "../../../portal-context";
import { InlineText, Words } from "../controls";
import { Row } from "../row";
import { Section } from "../section";

type Schedule = CampaignDefinition["schedule"];

/** From which day until which; both count in full, in the program's time zone. */
export function ScheduleSection({
  schedule,
  onChange,
}: {
  schedule: Schedule;
  onChange: (schedule: Schedule) => void;
}) {
  const { timeZone } = usePortal().program;
  const { startsAt, endsAt } = schedule;
  const midnight = (day: string) => instantOfLocal(`${day}T00:00:00`, timeZone).toISOString();
  const today = () => localDay(new Date(), timeZone);
  return (
    <Section id="runs" title="Runs">
      <Row at="/schedule">
        <Words>from</Words>
        {startsAt === undefined ? (
          <OpenEnd
            label="its launch"
            onClick={() => onChange({ ...schedule, startsAt: midnight(today()) })}
          />
        ) : (
          <InlineText
            type="date"
            label="First day"
            name="startsAt"
            value={localDay(new Date(startsAt), timeZone)}
            onChange={(day) => onChange({ ...schedule, startsAt: day ? midnight(day) : undefined })}
          />
        )}
        <Words>until</Words>
        {endsAt === undefined ? (
          <OpenEnd
            label="somebody ends it"
            onClick={() => onChange({ ...schedule, endsAt: midnight(addDays(today(), 31)) })}
          />
        ) : (
          <InlineText
            type="date"
            label="Last day"
            name="endsAt"
            // The end is the first instant after the last day.
            value={localDay(new Date(Date.parse(endsAt) - 1), timeZone)}
            onChange={(day) => onChange({ ...schedule, endsAt: day ? midnight(addDays(day, 1)) : undefined })}
          />
        )}
      </Row>
    </Section>
  );
}

/** An end without a day; pressing it chooses one. Emptying the day brings it back. */
function OpenEnd({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      title="Choose a day"
      onClick={onClick}
      className="h-7 rounded-sm border bg-sunken px-2 font-medium text-base enabled:hover:border-edge"
    >
      {label}
    </button>
  );
}
