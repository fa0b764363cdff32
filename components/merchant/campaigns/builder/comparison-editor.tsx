"use client";

import { useState } from "react";
import type { ComparisonTest } from "@/lib/campaigns/schema";
import { InlineNumber, InlineSelect, InlineText } from "./controls";
import { COMPARISON_WORDS, parseScalar, showScalar, withOperator } from "./scalar";
import { ValueChips } from "./value-chips";

/** How a value is compared, and with what. */
export function ComparisonEditor({
  subject,
  test,
  onChange,
}: {
  /** What is compared, for assistive technology. */
  subject: string;
  test: ComparisonTest;
  onChange: (test: ComparisonTest) => void;
}) {
  return (
    <>
      <InlineSelect
        label={`How ${subject} is compared`}
        value={test.op}
        options={COMPARISON_WORDS}
        onChange={(op) => onChange(withOperator(test, op))}
      />
      {(test.op === "is" || test.op === "is_not") && (
        <ScalarText
          label={`Value of ${subject}`}
          value={test.value}
          onChange={(value) => onChange({ op: test.op, value })}
        />
      )}
      {(test.op === "in" || test.op === "not_in") && (
        <ValueChips
          label={`Add a value of ${subject}`}
          values={test.value.map(showScalar)}
          onChange={(values) => onChange({ op: test.op, value: values.map(parseScalar) })}
        />
      )}
      {(test.op === "at_least" || test.op === "at_most") && (
        <InlineNumber
          label={`Value of ${subject}`}
          value={test.value}
          onChange={(value) => onChange({ op: test.op, value })}
        />
      )}
    </>
  );
}

function ScalarText({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | number | boolean;
  onChange: (value: string | number | boolean) => void;
}) {
  // "1." and "tru" are on their way to something: what is typed stays until it means something else.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed !== null && parseScalar(typed) === value ? typed : showScalar(value);
  return (
    <InlineText
      label={label}
      value={text}
      placeholder="value"
      onChange={(next) => {
        setTyped(next);
        onChange(parseScalar(next));
      }}
    />
  );
}
