"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Field, FieldSet } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { LIMIT_PERIODS, type LimitPeriod } from "@/lib/rewards/schema";
import { PERIOD_WORDS } from "../reward-words";
import type { Choices } from "./choices";
import type { Editable } from "./editable";
import { CountField, Section, useProblem } from "./fields";
import { ScheduleSection } from "./schedule-section";
import { StockFields } from "./supply-fields";

type Props = { edited: Editable; change: (change: Partial<Editable>) => void; choices: Choices };

/** How many there are, who may have it, and when. */
export function AvailabilitySection({ edited, change, choices }: Props) {
  const { perMember, eligibility } = edited;
  const setPer = (per: LimitPeriod) => change({ perMember: { count: perMember?.count ?? 1, per } });
  return (
    <>
      <Section id="stock" title="How many there are">
        <div className="grid gap-4 sm:grid-cols-2">
          <StockFields
            edited={edited}
            change={change}
            lowLabel="Tell me at"
            lowHint="You are told when no more are left than this."
          />
          <CountField
            label="For each member"
            pointer="/perMember"
            optional
            placeholder="No limit"
            value={perMember?.count ?? null}
            onChange={(count) =>
              change({
                perMember: count === null || count === 0 ? null : { count, per: perMember?.per ?? "month" },
              })
            }
          />
          {perMember !== null && (
            <Field label="Within">
              <Select value={perMember.per} onChange={({ target }) => setPer(target.value as LimitPeriod)}>
                {LIMIT_PERIODS.map((per) => (
                  <option key={per} value={per}>
                    {PERIOD_WORDS[per]}
                  </option>
                ))}
              </Select>
            </Field>
          )}
        </div>
      </Section>
      <Section
        id="eligibility"
        title="Who may have it"
        note="Other tiers see it and what it takes; members outside of its segments do not see it."
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <CodeChoices
            legend="Tiers"
            none="Every tier"
            pointer="/eligibility/tiers"
            options={choices.tiers}
            chosen={eligibility.tiers}
            onChange={(tiers) => change({ eligibility: { ...eligibility, tiers } })}
          />
          <CodeChoices
            legend="Segments"
            none="Everybody"
            pointer="/eligibility/segments"
            options={choices.segments}
            chosen={eligibility.segments}
            onChange={(segments) => change({ eligibility: { ...eligibility, segments } })}
          />
        </div>
      </Section>
      <ScheduleSection edited={edited} change={change} />
    </>
  );
}

function CodeChoices({
  legend,
  none,
  pointer,
  options,
  chosen,
  onChange,
}: {
  legend: string;
  /** What it means when nothing is chosen. */
  none: string;
  pointer: string;
  options: readonly { code: string; name: string }[];
  chosen: readonly string[];
  onChange: (codes: string[]) => void;
}) {
  const problem = useProblem(pointer);
  // What is gone from the program but still named here can be taken out.
  const gone = chosen.filter((code) => !options.some((option) => option.code === code));
  const all = [...options, ...gone.map((code) => ({ code, name: `${code} (gone)` }))];
  return (
    <FieldSet legend={legend} error={problem} hint={chosen.length === 0 ? none : undefined}>
      {all.length === 0 && <p className="text-ink-3 text-sm">The program has none.</p>}
      {all.map(({ code, name }) => (
        <Checkbox
          key={code}
          label={name}
          checked={chosen.includes(code)}
          onChange={({ target }) =>
            onChange(
              target.checked
                ? all.map((option) => option.code).filter((each) => each === code || chosen.includes(each))
                : chosen.filter((each) => each !== code),
            )
          }
        />
      ))}
    </FieldSet>
  );
}
