"use client";

import { usePortal } from "@/components/merchant/portal-context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { addDays, instantOfLocal, localDay } from "@/lib/core/calendar";
import type { Editable } from "./editable";
import { Section, useProblem } from "./fields";

type Props = { edited: Editable; change: (change: Partial<Editable>) => void };

/** From the beginning of a first day to the end of a last, in the program's time zone. */
export function ScheduleSection({ edited: { startsAt, endsAt }, change }: Props) {
  const { timeZone } = usePortal().program;
  const midnight = (day: string) => instantOfLocal(`${day}T00:00:00`, timeZone).toISOString();
  const endProblem = useProblem("/endsAt");
  return (
    <Section id="schedule" title="When" note={`Days in the time of the program (${timeZone}).`}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="First day" optional>
          <Input
            type="date"
            value={startsAt === null ? "" : localDay(new Date(startsAt), timeZone)}
            onChange={({ target }) =>
              change({ startsAt: target.value === "" ? null : midnight(target.value) })
            }
          />
        </Field>
        <Field label="Last day" optional error={endProblem}>
          <Input
            type="date"
            // The end is the first instant after the last day.
            value={endsAt === null ? "" : localDay(new Date(Date.parse(endsAt) - 1), timeZone)}
            onChange={({ target }) =>
              change({ endsAt: target.value === "" ? null : midnight(addDays(target.value, 1)) })
            }
          />
        </Field>
      </div>
    </Section>
  );
}
