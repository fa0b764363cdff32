"use client";

import { Plus } from "lucide-react";
import { usePortal } from "../../../portal-context";
import { unitMinorOf } from "../money";
import { type ExampleBasket, nextKey } from "./example";
import { ExampleDetails } from "./example-details";
import { LineEditor } from "./line-editor";
import { QuietText } from "./quiet-controls";

/** When and where something happened, and what was in the basket, edited where it stands. Rows of a divided list. */
export function BasketEditor({
  basket,
  isPurchase,
  onChange,
}: {
  basket: ExampleBasket;
  isPurchase: boolean;
  onChange: (change: Partial<ExampleBasket>) => void;
}) {
  const { currency } = usePortal().program;
  const { lines } = basket;
  return (
    <>
      <div className="flex flex-wrap items-center gap-1 px-2 py-1.5">
        <QuietText
          label="When"
          type="datetime-local"
          value={basket.at}
          onChange={(at) => {
            if (at) onChange({ at });
          }}
          className="w-full"
        />
        {isPurchase && (
          <QuietText
            label="Store"
            value={basket.store}
            placeholder="Store"
            onChange={(store) => onChange({ store })}
            className="flex-1 text-ink-2 text-sm"
          />
        )}
        <ExampleDetails
          of={isPurchase ? "event" : null}
          label="Add something about the event"
          example={basket}
          attributes={basket.eventAttributes}
          onAttributes={(eventAttributes) => onChange({ eventAttributes })}
          onChange={onChange}
        />
      </div>
      {isPurchase &&
        lines.map((line) => (
          <LineEditor
            key={line.key}
            line={line}
            onChange={(next) =>
              onChange({ lines: lines.map((other) => (other.key === next.key ? next : other)) })
            }
            onRemove={() => onChange({ lines: lines.filter(({ key }) => key !== line.key) })}
          />
        ))}
      {isPurchase && (
        <button
          type="button"
          onClick={() => {
            const empty = { name: "", sku: "", category: "", brand: "", quantity: 1, labels: [] };
            const key = nextKey(lines);
            onChange({ lines: [...lines, { ...empty, key, amountMinor: 5 * unitMinorOf(currency) }] });
          }}
          className="flex w-full items-center gap-1.5 px-3.5 py-2 text-ink-2 text-sm hover:bg-hover hover:text-ink"
        >
          <Plus aria-hidden="true" className="size-3.5" />
          Line
        </button>
      )}
    </>
  );
}
