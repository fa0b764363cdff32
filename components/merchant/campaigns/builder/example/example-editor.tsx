"use client";

import { BasketEditor } from "./basket-editor";
import type { Example } from "./example";
import { ExampleDetails } from "./example-details";
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
      <BasketEditor basket={example} isPurchase={isPurchase} onChange={onChange} />
    </div>
  );
}
