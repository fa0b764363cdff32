"use client";

import { ComparisonEditor } from "../comparison-editor";
import { InlineMoney, InlineSelect, type SelectOption } from "../controls";
import { InlineCombobox } from "../inline-combobox";
import { BOUNDS } from "../line-filter-editor";
import type { SeenSubject } from "../look-ups";
import type { ConditionEditorProps } from "./editor-props";

type Field = "amountMinor" | "store" | "channel" | "device" | "attribute";

const FIELDS: SelectOption<Field>[] = [
  { value: "amountMinor", label: "Total paid" },
  { value: "store", label: "Store" },
  { value: "channel", label: "Channel" },
  { value: "device", label: "Device" },
  { value: "attribute", label: "Attribute of the event" },
];
const PREFIX = "attributes.";
const LOOK_UPS: Partial<Record<Field, SeenSubject>> = {
  store: "store",
  channel: "channel",
  device: "device",
};

/** A field that came with the event. */
export function EventEditor({ condition, onChange }: ConditionEditorProps<"event">) {
  const { field, test } = condition;
  const chosen = FIELDS.find(({ value }) => value === field)?.value ?? "attribute";
  const subject = chosen === "amountMinor" ? "the total" : field.replace(PREFIX, "");
  return (
    <>
      <InlineSelect
        label="What of the event"
        value={chosen}
        options={FIELDS}
        onChange={(next) =>
          onChange({
            kind: "event",
            field: next === "attribute" ? PREFIX : next,
            test:
              next === "amountMinor"
                ? { op: "at_least", value: 1_000 }
                : next === "attribute"
                  ? { op: "is", value: "" }
                  : { op: "in", value: [] },
          })
        }
      />
      {chosen === "attribute" && (
        <InlineCombobox
          label="Name of the attribute"
          name="field"
          subject="attribute"
          placeholder="name"
          value={subject}
          onChange={(name) => onChange({ ...condition, field: `${PREFIX}${name}` })}
        />
      )}
      {chosen === "amountMinor" && (test.op === "at_least" || test.op === "at_most") ? (
        <>
          <InlineSelect
            label="How the total is compared"
            value={test.op}
            options={BOUNDS}
            onChange={(op) => onChange({ ...condition, test: { op, value: test.value } })}
          />
          <InlineMoney
            label="Total"
            name="test/value"
            value={test.value}
            onChange={(value) => onChange({ ...condition, test: { op: test.op, value } })}
          />
        </>
      ) : (
        <ComparisonEditor
          subject={subject || "the attribute"}
          name="test"
          test={test}
          {...(LOOK_UPS[chosen] && {
            lookUp: LOOK_UPS[chosen],
            only: ["is", "is_not", "in", "not_in", "contains", "exists"],
          })}
          onChange={(next) => onChange({ ...condition, test: next })}
        />
      )}
    </>
  );
}
