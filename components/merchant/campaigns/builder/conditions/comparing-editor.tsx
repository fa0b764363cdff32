"use client";

import { InlineSelect } from "../controls";
import { InlineCombobox } from "../inline-combobox";
import type { SeenSubject } from "../look-ups";
import {
  choiceOf,
  LEFT_SIDES,
  operatorsOf,
  rightSides,
  type SideChoice,
  withLeft,
  withRight,
} from "./comparing";
import type { ConditionEditorProps } from "./editor-props";

/** Two things that are held against one another. */
export function ComparingEditor({ condition, onChange }: ConditionEditorProps<"compare">) {
  const { field, op, with: other } = condition;
  return (
    <>
      <InlineSelect
        label="What of the event"
        {...placed(field, "field")}
        value={choiceOf(field)}
        options={LEFT_SIDES}
        onChange={(choice) => onChange(withLeft(condition, choice))}
      />
      <SideName name="field" field={field} onChange={(next) => onChange({ ...condition, field: next })} />
      <InlineSelect
        label="How they are compared"
        name="op"
        value={op}
        options={operatorsOf(condition)}
        onChange={(next) => onChange({ ...condition, op: next })}
      />
      <InlineSelect
        label="What it is compared with"
        {...placed(other, "with")}
        value={choiceOf(other)}
        options={rightSides(condition)}
        onChange={(choice) => onChange(withRight(condition, choice))}
      />
      <SideName name="with" field={other} onChange={(next) => onChange({ ...condition, with: next })} />
    </>
  );
}

/** What is wrong with a side is shown by its name where it has one. */
const placed = (field: string, name: string) => (hasName(field) ? {} : { name });

const hasName = (field: string) => choiceOf(field).endsWith(".");

const LOOK_UPS: Partial<Record<SideChoice, SeenSubject>> = {
  "attributes.": "attribute",
  "lines.": "lineAttribute",
  "member.": "memberAttribute",
};
const WHOSE: Partial<Record<SideChoice, string>> = {
  "attributes.": "of the event",
  "lines.": "of the lines",
  "member.": "of the member",
};

/** The name of an attribute or a label, where the side is one. */
function SideName({
  name,
  field,
  onChange,
}: {
  name: "field" | "with";
  field: string;
  onChange: (field: string) => void;
}) {
  const choice = choiceOf(field);
  if (!hasName(field)) return null;
  return (
    <InlineCombobox
      label={`Name of the attribute ${WHOSE[choice]}`}
      name={name}
      subject={LOOK_UPS[choice]}
      placeholder="name"
      value={field.slice(choice.length)}
      onChange={(next) => onChange(`${choice}${next}`)}
    />
  );
}
