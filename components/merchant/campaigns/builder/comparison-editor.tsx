"use client";

import { useState } from "react";
import type { ComparisonTest } from "@/lib/campaigns/schema";
import { InlineNumber, InlineSelect } from "./controls";
import { InlineCombobox } from "./inline-combobox";
import type { LookUpSubject } from "./look-ups";
import { COMPARISON_WORDS, parseScalar, showScalar, withOperator } from "./scalar";
import { ValueChips } from "./value-chips";

/** How a value is compared, and with what. */
export function ComparisonEditor({
  subject,
  test,
  onChange,
  lookUp,
  only,
  name,
}: {
  /** What is compared, for assistive technology. */
  subject: string;
  test: ComparisonTest;
  onChange: (test: ComparisonTest) => void;
  /** What its values are looked up by. */
  lookUp?: LookUpSubject;
  /** The comparisons that make sense; absent: all. */
  only?: readonly ComparisonTest["op"][];
  /** Where the test stands in the surrounding part. */
  name: string;
}) {
  const operators = COMPARISON_WORDS.filter(
    ({ value }) => only === undefined || only.includes(value) || value === test.op,
  );
  // Codes of tiers and words of stores are texts, even where they look like numbers.
  const parse = lookUp ? (text: string) => text : parseScalar;
  return (
    <>
      <InlineSelect
        label={`How ${subject} is compared`}
        value={test.op}
        options={operators}
        onChange={(op) => onChange(withOperator(test, op))}
      />
      {(test.op === "is" || test.op === "is_not") && (
        <ScalarText
          label={`Value of ${subject}`}
          name={`${name}/value`}
          value={test.value}
          lookUp={lookUp}
          parse={parse}
          onChange={(value) => onChange({ op: test.op, value })}
        />
      )}
      {(test.op === "in" || test.op === "not_in") && (
        <ValueChips
          label={`Add a value of ${subject}`}
          name={`${name}/value`}
          subject={lookUp}
          values={test.value.map(showScalar)}
          onChange={(values) => onChange({ op: test.op, value: values.map(parse) })}
        />
      )}
      {test.op === "contains" && (
        <InlineCombobox
          label={`Value of ${subject}`}
          name={`${name}/value`}
          subject={undefined}
          placeholder="text"
          value={test.value}
          onChange={(value) => onChange({ op: test.op, value })}
        />
      )}
      {(test.op === "at_least" || test.op === "at_most") && (
        <InlineNumber
          label={`Value of ${subject}`}
          name={`${name}/value`}
          mayBeFraction
          value={test.value}
          onChange={(value) => onChange({ op: test.op, value })}
        />
      )}
    </>
  );
}

type Scalar = string | number | boolean;

function ScalarText({
  label,
  name,
  value,
  lookUp,
  parse,
  onChange,
}: {
  label: string;
  name: string;
  value: Scalar;
  lookUp: LookUpSubject | undefined;
  parse: (text: string) => Scalar;
  onChange: (value: Scalar) => void;
}) {
  // "1." and "tru" are on their way to something: what is typed stays until it means something else.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed !== null && parse(typed) === value ? typed : showScalar(value);
  return (
    <InlineCombobox
      label={label}
      name={name}
      subject={lookUp}
      value={text}
      onChange={(next) => {
        setTyped(next);
        onChange(parse(next));
      }}
    />
  );
}
