"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { addDays, localDay } from "@/lib/core/calendar";
import { usePortal } from "../../../portal-context";
import { AddDetail, InlineText, Words } from "../controls";
import { useFocusRequest } from "../focus";
import { placeAttribute, usePlace } from "../place";
import { Row } from "../row";
import { Section } from "../section";
import { type End, endOf, instantOfEnd } from "./schedule-ends";

type Schedule = CampaignDefinition["schedule"];

const EARLIEST = "2000-01-01";

/** When a new start, or a new end, is on its day, where only the day was chosen before. */
const USUAL_TIME = "09:00";

/** From when until when, in the program's time zone: whole days, unless a time says more. */
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
  const today = () => localDay(new Date(), timeZone);
  function set(name: "startsAt" | "endsAt", end: End | undefined) {
    const at = end && instantOfEnd(end, name, timeZone);
    onChange({ ...schedule, [name]: at });
    // Between an open end and a day, what was pressed is gone.
    if ((at === undefined) !== (schedule[name] === undefined)) focusNext(`/schedule/${name}`);
  }
  return (
    <Section id="runs" title="Runs">
      <Row at="/schedule">
        <Words>from</Words>
        {startsAt === undefined ? (
          <OpenEnd
            label="its launch"
            name="startsAt"
            onClick={() => set("startsAt", { day: today(), time: null })}
          />
        ) : (
          <DayAndTime
            label="First day"
            name="startsAt"
            value={endOf(startsAt, "startsAt", timeZone)}
            onChange={(end) => set("startsAt", end)}
            clearLabel="Run from the launch"
            onClear={() => set("startsAt", undefined)}
          />
        )}
        <Words>until</Words>
        {endsAt === undefined ? (
          <OpenEnd
            label="somebody ends it"
            name="endsAt"
            onClick={() => set("endsAt", { day: addDays(today(), 30), time: null })}
          />
        ) : (
          <DayAndTime
            label="Last day"
            name="endsAt"
            value={endOf(endsAt, "endsAt", timeZone)}
            onChange={(end) => set("endsAt", end)}
            clearLabel="Run until somebody ends it"
            onClear={() => set("endsAt", undefined)}
          />
        )}
      </Row>
    </Section>
  );
}

function DayAndTime({
  label,
  name,
  value,
  onChange,
  clearLabel,
  onClear,
}: {
  label: string;
  name: "startsAt" | "endsAt";
  value: End;
  onChange: (end: End) => void;
  clearLabel: string;
  onClear: () => void;
}) {
  const { day, time } = value;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      <InlineText
        type="date"
        label={label}
        name={name}
        value={typed ?? day}
        onBlur={() => setTyped(null)}
        onChange={(next) => {
          // On the way to 2027 a date is empty, then in the year 2, 20 and 202: it counts once it is one of ours.
          setTyped(next);
          if (next >= EARLIEST && next.length === EARLIEST.length) onChange({ day: next, time });
        }}
      />
      {time === null ? (
        <AddDetail onClick={() => onChange({ day, time: USUAL_TIME })}>time</AddDetail>
      ) : (
        <InlineText
          type="time"
          label={name === "startsAt" ? "Time of the start" : "Time of the end"}
          value={time}
          // Emptied, it is the whole day again.
          onChange={(next) => onChange({ day, time: next === "" ? null : next })}
        />
      )}
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
