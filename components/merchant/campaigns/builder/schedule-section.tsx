"use client";

import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { addDays, instantOfLocal, localDay } from "@/lib/core/calendar";
import { usePortal } from "../../portal-context";
import { InlineText, Words } from "./controls";
import { Row } from "./row";
import { Section } from "./section";

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
  return (
    <Section id="runs" title="Runs">
      <Row at="/schedule">
        <Words>from</Words>
        {startsAt === undefined && <span className="font-medium">launch</span>}
        <InlineText
          type="date"
          label="First day"
          value={startsAt ? localDay(new Date(startsAt), timeZone) : ""}
          onChange={(day) => onChange({ ...schedule, startsAt: day ? midnight(day) : undefined })}
        />
        <Words>until</Words>
        {endsAt === undefined && <span className="font-medium">ended</span>}
        <InlineText
          type="date"
          label="Last day"
          // The end is the first instant after the last day.
          value={endsAt ? localDay(new Date(Date.parse(endsAt) - 1), timeZone) : ""}
          onChange={(day) => onChange({ ...schedule, endsAt: day ? midnight(addDays(day, 1)) : undefined })}
        />
      </Row>
    </Section>
  );
}
