"use client";

import { Words } from "../controls";
import { ValueChips } from "../value-chips";
import type { ConditionEditorProps } from "./editor-props";

/** Codes of which one was entered with the purchase. */
export function CodeEditor({ condition, onChange }: ConditionEditorProps<"code">) {
  return (
    <>
      <Words>The member enters</Words>
      <ValueChips
        label="Add a code"
        name="codes"
        placeholder="Code…"
        values={condition.codes}
        onChange={(codes) => onChange({ ...condition, codes })}
      />
    </>
  );
}
