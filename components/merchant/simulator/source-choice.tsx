"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { Segmented } from "@/components/ui/segmented";
import { BasketChoice } from "./basket-choice";
import { EventFile } from "./event-file";
import type { OrderDraft, SourceKind } from "./order";

const SOURCES: { value: SourceKind; label: string }[] = [
  { value: "history", label: "What happened" },
  { value: "file", label: "A file" },
  { value: "basket", label: "One basket" },
];

/** The events that are gone through. */
export function SourceChoice({
  draft,
  now,
  change,
}: {
  draft: OrderDraft;
  /** ISO 8601 */
  now: string;
  change: (changes: Partial<OrderDraft>) => void;
}) {
  return (
    <Panel
      title="Over what"
      actions={
        <Segmented
          label="Events"
          value={draft.source}
          onChange={(source) => change({ source })}
          options={SOURCES}
        />
      }
    >
      {draft.source === "history" && (
        <>
          <div className="grid gap-3 sm:grid-cols-2">
            <Field label="First day">
              <Input
                type="date"
                value={draft.from}
                onChange={(event) => change({ from: event.target.value })}
              />
            </Field>
            <Field label="Last day">
              <Input type="date" value={draft.to} onChange={(event) => change({ to: event.target.value })} />
            </Field>
          </div>
          <p className="mt-3 text-ink-2 text-sm">
            Everything that was posted, in the order in which it was. What lies before the first day is gone
            through as well, so that limits, budgets and streaks stand as they stood.
          </p>
        </>
      )}
      {draft.source === "file" && <EventFile file={draft.file} onFile={(file) => change({ file })} />}
      {draft.source === "basket" && (
        <BasketChoice basket={draft.basket} member={draft.member} now={now} change={change} />
      )}
    </Panel>
  );
}
