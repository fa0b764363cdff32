"use client";

import { Plus } from "lucide-react";
import { usePortal } from "../../../portal-context";
import { unitMinorOf } from "../money";
import { type Example, nextKey } from "./example";
import { ExampleDetails } from "./example-details";
import { LineEditor } from "./line-editor";
import type { PastQuestion } from "./past";
import { PastEditor } from "./past-editor";
import { QuietNumber, QuietText } from "./quiet-controls";

/** The member and the event that the campaign is tried on, edited where they stand. */
export function ExampleEditor({
  example,
  questions,
  isPurchase,
  onChange,
}: {
  example: Example;
  /** What the campaign asks of the member's past. */
  questions: readonly PastQuestion[];
  isPurchase: boolean;
  onChange: (change: Partial<Example>) => void;
}) {
  const { currency } = usePortal().program;
  return (
    <div className="divide-y overflow-hidden rounded-lg border bg-surface">
      <div className="flex flex-wrap items-center gap-1 px-2 py-1.5">
        <QuietText
          label="Member"
          value={example.memberName}
          onChange={(memberName) => onChange({ memberName })}
          className="min-w-24 flex-1 font-medium"
        />
        <span className="flex items-center whitespace-nowrap text-ink-3 text-xs">
          joined
          <QuietNumber
            label="Days since joining"
            value={example.joinedDaysAgo}
            onChange={(joinedDaysAgo) => onChange({ joinedDaysAgo })}
            className="field-sizing-content text-sm"
          />
          days ago
        </span>
        <ExampleDetails
          of="member"
          label="Add something about the member"
          example={example}
          attributes={example.attributes}
          onAttributes={(attributes) => onChange({ attributes })}
          onChange={onChange}
        />
      </div>
      {questions.length > 0 && (
        <PastEditor
          questions={questions}
          onChange={(key, answer) => onChange({ past: { ...example.past, [key]: answer } })}
        />
      )}
      <div className="flex flex-wrap items-center gap-1 px-2 py-1.5">
        <QuietText
          label="When"
          type="datetime-local"
          value={example.at}
          onChange={(at) => {
            if (at) onChange({ at });
          }}
          className="w-full"
        />
        {isPurchase && (
          <QuietText
            label="Store"
            value={example.store}
            placeholder="Store"
            onChange={(store) => onChange({ store })}
            className="flex-1 text-ink-2 text-sm"
          />
        )}
        <ExampleDetails
          of={isPurchase ? "event" : null}
          label="Add something about the event"
          example={example}
          attributes={example.eventAttributes}
          onAttributes={(eventAttributes) => onChange({ eventAttributes })}
          onChange={onChange}
        />
      </div>
      {isPurchase &&
        example.lines.map((line) => (
          <LineEditor
            key={line.key}
            line={line}
            onChange={(next) =>
              onChange({ lines: example.lines.map((other) => (other.key === next.key ? next : other)) })
            }
            onRemove={() => onChange({ lines: example.lines.filter(({ key }) => key !== line.key) })}
          />
        ))}
      {isPurchase && (
        <button
          type="button"
          onClick={() => {
            const empty = { name: "", sku: "", category: "", brand: "", quantity: 1, labels: [] };
            const key = nextKey(example.lines);
            onChange({
              lines: [...example.lines, { ...empty, key, amountMinor: 5 * unitMinorOf(currency) }],
            });
          }}
          className="flex w-full items-center gap-1.5 px-3.5 py-2 text-ink-2 text-sm hover:bg-hover hover:text-ink"
        >
          <Plus aria-hidden="true" className="size-3.5" />
          Line
        </button>
      )}
    </div>
  );
}
