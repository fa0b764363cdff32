"use client";

import { type Audience, DAYS_SINCE_JOINING } from "@/lib/campaigns/schema";
import { ComparisonEditor } from "./comparison-editor";
import { AddButton, InlineNumber, InlineSelect, InlineText, Words } from "./controls";
import { BOUNDS } from "./line-filter-editor";
import { Row } from "./row";
import { Section } from "./section";

type Test = Audience["tests"][number];

const SUBJECTS = [
  { value: "joined", label: "Joined" },
  { value: "attribute", label: "Attribute" },
] as const;
const MATCHES = [
  { value: "all", label: "all of these" },
  { value: "any", label: "any of these" },
] as const;

const NEW_TEST: Test = { attribute: "tier", test: { op: "is", value: "" } };

/** Whom the campaign is for. */
export function AudienceSection({
  audience,
  onChange,
}: {
  audience: Audience | null;
  onChange: (audience: Audience | null) => void;
}) {
  const tests = (audience?.tests ?? []).map((test, index) => ({ test, index, key: `test-${index}` }));
  const match = audience?.match ?? "all";
  const put = (next: Test[]) => onChange(next.length === 0 ? null : { match, tests: next });
  const all = audience?.tests ?? [];
  return (
    <Section id="who" title="Who">
      {audience === null && (
        <Row>
          <span className="font-medium">Everyone</span>
          <Words>in the program</Words>
        </Row>
      )}
      {audience !== null && tests.length > 1 && (
        <div className="flex items-center gap-2">
          <Words>Members with</Words>
          <InlineSelect
            label="How the tests are joined"
            value={match}
            options={MATCHES}
            onChange={(next) => onChange({ match: next, tests: all })}
          />
        </div>
      )}
      {tests.map(({ test, index, key }) => (
        <Row
          key={key}
          at={`/audience/tests/${index}`}
          removeLabel="Remove this test"
          onRemove={() => put(all.filter((_, at) => at !== index))}
        >
          <AudienceTest
            test={test}
            onChange={(next) => put(all.map((other, at) => (at === index ? next : other)))}
          />
        </Row>
      ))}
      <div>
        <AddButton onClick={() => put([...all, NEW_TEST])}>
          {audience === null ? "Only some members" : "Test"}
        </AddButton>
      </div>
    </Section>
  );
}

function AudienceTest({ test, onChange }: { test: Test; onChange: (test: Test) => void }) {
  const { attribute, test: comparison } = test;
  const isJoined =
    attribute === DAYS_SINCE_JOINING && (comparison.op === "at_least" || comparison.op === "at_most");
  return (
    <>
      <InlineSelect
        label="What of the member"
        value={isJoined ? "joined" : "attribute"}
        options={SUBJECTS}
        onChange={(subject) =>
          onChange(
            subject === "joined"
              ? { attribute: DAYS_SINCE_JOINING, test: { op: "at_most", value: 30 } }
              : NEW_TEST,
          )
        }
      />
      {isJoined ? (
        <>
          <InlineSelect
            label="How long ago"
            value={comparison.op}
            options={BOUNDS}
            onChange={(op) => onChange({ attribute, test: { op, value: comparison.value } })}
          />
          <InlineNumber
            label="Days since joining"
            value={comparison.value}
            suffix="days"
            onChange={(value) => onChange({ attribute, test: { op: comparison.op, value } })}
          />
          <Words>before</Words>
        </>
      ) : (
        <>
          <InlineText
            label="Name of the attribute"
            placeholder="tier"
            value={attribute}
            onChange={(name) => onChange({ ...test, attribute: name })}
          />
          <ComparisonEditor
            subject={attribute || "the attribute"}
            test={comparison}
            onChange={(next) => onChange({ ...test, test: next })}
          />
        </>
      )}
    </>
  );
}
