"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { addDays, instantOfLocal, localDay } from "@/lib/core/calendar";
import { usePortal } from "../../../portal-context";
import { InlineText, Words } from "../controls";
import { useFocusRequest } from "../focus";
import { placeAttribute, usePlace } from "../place";
import { Row } from "../row";
import { Section } from "../section";

type Schedule = CampaignDefinition["schedule"];

const EARLIEST = "2000-01-01";

/** From which day until which; both count in full, in the program's time zone. */
export function ScheduleSection({
  schedule,
  onChange,
}: {
  schedule: Schedule;
  onChange: (schedule: Schedule) => void;
}) {
  const { timeZone } = usePortal().program;
  const { focusNext } = useFocusRequest();
  const { startsAt, endsAt } = schedule;
  const midnight = (day: string) => instantOfLocal(`${day}T00:00:00`, timeZone).toISOString();
  const today = () => localDay(new Date(), timeZone);
  function set(name: "startsAt" | "endsAt", at: string | undefined) {
    onChange({ ...schedule, [name]: at });
    // Between an open end and a day, what was pressed is gone.
    if ((at === undefined) !== (schedule[name] === undefined)) focusNext(`/schedule/${name}`);
  }
  return (
    <Section id="runs" title="Runs">
      <Row at="/schedule">
        <Words>from</Words>
        {startsAt === undefined ? (
          <OpenEnd label="its launch" name="startsAt" onClick={() => set("startsAt", midnight(today()))} />
        ) : (
          <Day
            label="First day"
            name="startsAt"
            value={localDay(new Date(startsAt), timeZone)}
            onChange={(day) => set("startsAt", midnight(day))}
            clearLabel="Run from the launch"
            onClear={() => set("startsAt", undefined)}
          />
        )}
        <Words>until</Words>
        {endsAt === undefined ? (
          <OpenEnd
            label="somebody ends it"
            name="endsAt"
            onClick={() => set("endsAt", midnight(addDays(today(), 31)))}
          />
        ) : (
          <Day
            label="Last day"
            name="endsAt"
            // The end is the first instant after the last day.
            value={localDay(new Date(Date.parse(endsAt) - 1), timeZone)}
            onChange={(day) => set("endsAt", midnight(addDays(day, 1)))}
            clearLabel="Run until somebody ends it"
            onClear={() => set("endsAt", undefined)}
          />
        )}
      </Row>
    </Section>
  );
}

function Day({
  label,
  name,
  value,
  onChange,
  clearLabel,
  onClear,
}: {
  label: string;
  name: string;
  /** YYYY-MM-DD */
  value: string;
  onChange: (day: string) => void;
  clearLabel: string;
  onClear: () => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <span className="inline-flex items-center gap-1">
      <InlineText
        type="date"
        label={label}
        name={name}
        value={typed ?? value}
        onBlur={() => setTyped(null)}
        onChange={(day) => {
          // On the way to 2027 a date is empty, then in the year 2, 20 and 202: it counts once it is one of ours.
          setTyped(day);
          if (day >= EARLIEST && day.length === EARLIEST.length) onChange(day);
        }}
      />
      <IconButton
        size="sm"
        label={clearLabel}
        icon={<X />}
        className="in-disabled:hidden"
        onClick={onClear}
      />
    </span>
  );
}

/** An end without a day; pressing it chooses one. */
function OpenEnd({ label, name, onClick }: { label: string; name: string; onClick: () => void }) {
  return (
    <button
      type="button"
      {...placeAttribute(usePlace(name))}
      title="Choose a day"
      onClick={onClick}
      className="h-7 rounded-sm border bg-sunken px-2 font-medium text-base enabled:hover:border-edge"
    >
      {label}
    </button>
  );
}
