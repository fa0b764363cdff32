"use client";

import { FlaskConical } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, FieldSet } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Radio } from "@/components/ui/radio";
import type { ActionResult } from "@/lib/actions";
import {
  MAX_VARIANTS,
  SIMULATION_MODES,
  type SimulationDto,
  type SimulationInput,
} from "@/lib/simulations/schema";
import { exampleFor } from "../campaigns/builder/example/fitting-example";
import { unitMinorOf } from "../campaigns/builder/money";
import { NO_CAMPAIGN } from "../campaigns/builder/no-campaign";
import { usePortal } from "../portal-context";
import type { EventFormats } from "./basket-event";
import { type Candidate, type OrderDraft, toOrder } from "./order";
import { PopulationChoice } from "./population-choice";
import { MODE_WORDS } from "./simulation-words";
import { SourceChoice } from "./source-choice";

function usualBasket(now: string, { timeZone, currency }: EventFormats) {
  return exampleFor(NO_CAMPAIGN, { now: new Date(now), timeZone, unitMinor: unitMinorOf(currency) });
}

type Create = (input: { program: string; order: SimulationInput }) => Promise<ActionResult<SimulationDto>>;

/** What to try, on what, and beside what. */
export function SimulationForm({
  candidates,
  live,
  preselected,
  segments,
  tiers,
  from,
  to,
  now,
  create,
}: {
  candidates: Candidate[];
  /** The campaigns that run now. */
  live: { id: string; name: string }[];
  preselected: string[];
  /** By code. */
  segments: readonly { value: string; label: string }[];
  tiers: readonly { value: string; label: string }[];
  /** First and last day that are proposed. */
  from: string;
  to: string;
  /** ISO 8601 */
  now: string;
  create: Create;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const [pending, begin] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const [draft, setDraft] = useState<OrderDraft>({
    chosen: preselected,
    mode: "on_top",
    replaces: [],
    rules: "now",
    source: "history",
    from,
    to,
    file: null,
    basket: { as: "lines", lines: usualBasket(now, program) },
    member: null,
    attribute: "",
    value: "",
    uplift: "",
  });
  const change = (changes: Partial<OrderDraft>) => {
    setProblem(null);
    setDraft((before) => ({ ...before, ...changes }));
  };
  const toggled = (list: string[], id: string, isIn: boolean) =>
    isIn ? [...list, id] : list.filter((other) => other !== id);

  function submit() {
    const made = toOrder(draft, program);
    if ("problem" in made) {
      setProblem(made.problem);
      return;
    }
    begin(async () => {
      const result = await create({ program: program.slug, order: made.order });
      if (result.ok) router.push(`/p/${program.slug}/simulator/${result.data.id}`);
      else setProblem(result.error.fields?.[0]?.detail ?? result.error.message);
    });
  }

  return (
    <form
      className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="flex min-w-0 flex-col gap-4">
        <Panel
          title="What to try"
          note={
            <span className="text-ink-3 text-xs">
              {draft.chosen.length} of at most {MAX_VARIANTS}, side by side
            </span>
          }
        >
          <fieldset className="grid max-h-96 auto-rows-max gap-3.5 overflow-y-auto">
            <legend className="sr-only">Campaigns</legend>
            {candidates.map(({ id, name, sentence, version, isLive }) => (
              <Checkbox
                key={id}
                label={
                  <>
                    {name}
                    <span className="ms-1.5 text-ink-3 text-xs">
                      v{version}, {isLive ? "as it runs" : "draft"}
                    </span>
                  </>
                }
                hint={sentence}
                checked={draft.chosen.includes(id)}
                disabled={!draft.chosen.includes(id) && draft.chosen.length >= MAX_VARIANTS}
                onChange={(event) => change({ chosen: toggled(draft.chosen, id, event.target.checked) })}
              />
            ))}
          </fieldset>
        </Panel>
        <SourceChoice draft={draft} now={now} change={change} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <Panel title="Beside what">
          <div className="flex flex-col gap-5">
            <FieldSet legend="Each of them runs">
              {SIMULATION_MODES.map((mode) => (
                <Radio
                  key={mode}
                  name="mode"
                  {...MODE_WORDS[mode]}
                  checked={draft.mode === mode}
                  onChange={() => change({ mode })}
                />
              ))}
            </FieldSet>
            {draft.mode === "instead" && live.length > 0 && (
              <FieldSet legend="These step aside" hint="None chosen: all of them.">
                {live.map(({ id, name }) => (
                  <Checkbox
                    key={id}
                    label={name}
                    checked={draft.replaces.includes(id)}
                    onChange={(event) =>
                      change({ replaces: toggled(draft.replaces, id, event.target.checked) })
                    }
                  />
                ))}
              </FieldSet>
            )}
            {draft.mode !== "alone" && (
              <FieldSet legend="Live campaigns">
                <Radio
                  name="rules"
                  label="As they are now"
                  checked={draft.rules === "now"}
                  onChange={() => change({ rules: "now" })}
                />
                <Radio
                  name="rules"
                  label="As they were at the time"
                  hint="Checks the replay against the ledger, too."
                  checked={draft.rules === "then"}
                  onChange={() => change({ rules: "then" })}
                />
              </FieldSet>
            )}
          </div>
        </Panel>
        <Panel title="For whom, and what if">
          <div className="flex flex-col gap-4">
            <PopulationChoice draft={draft} change={change} segments={segments} tiers={tiers} />
            <Field
              label="Assume that members buy more"
              optional
              hint="History cannot show how members would have behaved. An assumption makes the return on the cost readable."
            >
              <Input
                inputMode="decimal"
                value={draft.uplift}
                placeholder="0"
                trailing="%"
                className="max-w-32"
                onChange={(event) => change({ uplift: event.target.value })}
              />
            </Field>
          </div>
        </Panel>
        {problem && <Notice tone="bad">{problem}</Notice>}
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={pending}>
            <FlaskConical aria-hidden="true" />
            Simulate
          </Button>
        </div>
      </div>
    </form>
  );
}
