"use client";

import { DAYS_SINCE_JOINING, type MemberTest, SEGMENTS, TAGS, TIER } from "@/lib/campaigns/schema";
import { ComparisonEditor } from "../comparison-editor";
import { InlineNumber, InlineSelect, Words } from "../controls";
import { InlineCombobox } from "../inline-combobox";
import { BOUNDS } from "../line-filter-editor";

type MemberSubject = "tier" | "segments" | "tags" | "joined" | "attribute";

const SUBJECTS: { value: MemberSubject; label: string }[] = [
  { value: "tier", label: "Tier" },
  { value: "segments", label: "Segment" },
  { value: "tags", label: "Tag" },
  { value: "joined", label: "Joined" },
  { value: "attribute", label: "Attribute" },
];

/** What each test of a member starts as. */
export const NEW_MEMBER_TESTS: Record<MemberSubject, MemberTest> = {
  tier: { attribute: TIER, test: { op: "is", value: "" } },
  segments: { attribute: SEGMENTS, test: { op: "in", value: [] } },
  tags: { attribute: TAGS, test: { op: "in", value: [] } },
  joined: { attribute: DAYS_SINCE_JOINING, test: { op: "at_most", value: 30 } },
  attribute: { attribute: "", test: { op: "is", value: "" } },
};

function subjectOf({ attribute, test }: MemberTest): MemberSubject {
  if (attribute === DAYS_SINCE_JOINING) {
    return test.op === "at_least" || test.op === "at_most" ? "joined" : "attribute";
  }
  return attribute === TIER || attribute === SEGMENTS || attribute === TAGS ? attribute : "attribute";
}

const LABELS = ["in", "not_in", "is", "is_not", "exists"] as const;
const WORDS = ["in", "not_in", "contains", "exists"] as const;

/** Something that a member must have; the surrounding part is the test. */
export function MemberTestEditor({
  value,
  onChange,
}: {
  value: MemberTest;
  onChange: (value: MemberTest) => void;
}) {
  const { attribute, test } = value;
  const subject = subjectOf(value);
  return (
    <>
      <InlineSelect
        label="What of the member"
        value={subject}
        options={SUBJECTS}
        onChange={(next) => onChange(NEW_MEMBER_TESTS[next])}
      />
      {subject === "joined" && (test.op === "at_least" || test.op === "at_most") && (
        <>
          <InlineSelect
            label="How long ago"
            value={test.op}
            options={BOUNDS}
            onChange={(op) => onChange({ attribute, test: { op, value: test.value } })}
          />
          <InlineNumber
            label="Days since joining"
            name="test/value"
            value={test.value}
            suffix={test.value === 1 ? "day" : "days"}
            onChange={(days) => onChange({ attribute, test: { op: test.op, value: days } })}
          />
          <Words>before</Words>
        </>
      )}
      {subject === "tier" && (
        <ComparisonEditor
          subject="the tier"
          name="test"
          test={test}
          lookUp="tier"
          only={LABELS}
          onChange={(next) => onChange({ attribute, test: next })}
        />
      )}
      {(subject === "segments" || subject === "tags") && (
        <ComparisonEditor
          subject={subject === "tags" ? "the tags" : "the segments"}
          name="test"
          test={test}
          lookUp={subject === "tags" ? "tag" : "segment"}
          only={WORDS}
          onChange={(next) => onChange({ attribute, test: next })}
        />
      )}
      {subject === "attribute" && (
        <>
          <InlineCombobox
            label="Name of the attribute"
            name="attribute"
            subject="memberAttribute"
            placeholder="name"
            value={attribute}
            onChange={(name) => onChange({ attribute: name, test })}
          />
          <ComparisonEditor
            subject={attribute || "the attribute"}
            name="test"
            test={test}
            onChange={(next) => onChange({ attribute, test: next })}
          />
        </>
      )}
    </>
  );
}
