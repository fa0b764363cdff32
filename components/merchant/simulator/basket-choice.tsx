"use client";

import { BasketEditor } from "@/components/merchant/campaigns/builder/example/basket-editor";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { Textarea } from "@/components/ui/textarea";
import { usePortal } from "../portal-context";
import { basketOfEvent, eventOfBasket } from "./basket-event";
import { MemberChoice } from "./member-choice";
import { type BasketDraft, type OrderDraft, parseEvent } from "./order";

/** One basket, put together from its lines or written as the API takes it, and whose it is. */
export function BasketChoice({
  basket,
  member,
  now,
  change,
}: {
  basket: BasketDraft;
  member: OrderDraft["member"];
  /** ISO 8601 */
  now: string;
  change: (changes: Partial<OrderDraft>) => void;
}) {
  const { program } = usePortal();
  const lines =
    basket.as === "lines" ? basket.lines : basketOfEvent(parseEvent(basket.text), new Date(now), program);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="font-medium text-sm">Basket</p>
          <Segmented
            label="How the basket is put together"
            value={basket.as}
            onChange={(as) => {
              if (as === basket.as) return;
              if (as === "json" && lines) {
                const text = JSON.stringify(eventOfBasket(lines, program), null, 2);
                change({ basket: { as, text } });
              } else if (as === "lines" && lines) change({ basket: { as, lines } });
            }}
            options={[
              { value: "lines", label: "Lines" },
              { value: "json", label: "JSON" },
            ]}
          />
        </div>
        {basket.as === "lines" ? (
          <div className="divide-y overflow-hidden rounded-lg border bg-surface">
            <BasketEditor
              basket={basket.lines}
              isPurchase
              onChange={(part) => change({ basket: { as: "lines", lines: { ...basket.lines, ...part } } })}
            />
          </div>
        ) : (
          <Field
            label="Event as JSON"
            hideLabel
            hint={
              lines
                ? "As the API takes events; id, time and member may be left out."
                : "As the API takes events. What it says now cannot be shown as lines: only purchases can whose total is that of their lines."
            }
          >
            <Textarea
              rows={12}
              spellCheck={false}
              className="font-mono text-sm"
              value={basket.text}
              onChange={(event) => change({ basket: { as: "json", text: event.target.value } })}
            />
          </Field>
        )}
      </div>
      <MemberChoice member={member} onChange={(next) => change({ member: next })} />
    </div>
  );
}
