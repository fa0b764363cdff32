"use client";

import type { Audience, CampaignDefinition, MemberTest } from "@/lib/campaigns/schema";
import { MemberTestEditor, NEW_MEMBER_TESTS } from "../conditions/member-test-editor";
import { AddButton, AddDetail, InlineNumber, InlineSelect, Words } from "../controls";
import { useFocusRequest } from "../focus";
import { PlaceAt } from "../place";
import { Problems } from "../problems";
import { ListRow, Row } from "../row";
import { useRows } from "../rows";
import { Section } from "../section";

type Control = CampaignDefinition["control"];

const MATCHES = [
  { value: "all", label: "all of these" },
  { value: "any", label: "any of these" },
] as const;

/** Whom the campaign is for, and who of them is held out to measure what it does. */
export function AudienceSection({
  audience,
  control,
  onChange,
}: {
  audience: Audience | null;
  control: Control;
  onChange: (part: { audience?: Audience | null; control?: Control }) => void;
}) {
  const { focusNext } = useFocusRequest();
  const match = audience?.match ?? "all";
  const rows = useRows<MemberTest>(audience?.tests ?? [], {
    at: "/audience/tests",
    what: "test",
    put: (tests) => onChange({ audience: tests.length === 0 ? null : { match, tests } }),
  });
  return (
    <Section id="who" title="Who">
      {audience === null && (
        <Row at="/audience">
          <span className="font-medium">Everyone</span>
          <Words>in the program</Words>
          <PlaceAt at="/control">
            <HoldOut control={control} onChange={(next) => onChange({ control: next })} />
          </PlaceAt>
        </Row>
      )}
      {audience === null && <Problems at="/control" />}
      {audience !== null && rows.count > 1 && (
        <div className="flex items-center gap-2">
          <Words>Members with</Words>
          <InlineSelect
            label="How the tests are joined"
            value={match}
            options={MATCHES}
            onChange={(next) => onChange({ audience: { ...audience, match: next } })}
          />
        </div>
      )}
      {rows.items.map(({ item, index, key, at }) => (
        <ListRow key={key} rows={rows} index={index} at={at} what="test">
          <MemberTestEditor value={item} onChange={(test) => rows.set(index, test)} />
        </ListRow>
      ))}
      {audience !== null && control !== undefined && (
        <Row at="/control">
          <HoldOut control={control} onChange={(next) => onChange({ control: next })} />
        </Row>
      )}
      <div className="flex flex-wrap">
        <AddButton at="/audience/tests/add" onClick={() => rows.add(NEW_MEMBER_TESTS.tier)}>
          {audience === null ? "Only some members" : "Test"}
        </AddButton>
        {control === undefined && (
          <AddButton
            at="/control/add"
            onClick={() => {
              onChange({ control: { percent: 5 } });
              focusNext("/control/percent");
            }}
          >
            Control group
          </AddButton>
        )}
      </div>
    </Section>
  );
}

/** The share of members who get nothing, so that the others can be compared with them. */
function HoldOut({ control, onChange }: { control: Control; onChange: (control: Control) => void }) {
  if (control === undefined) return null;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Words>except a control group of</Words>
      <InlineNumber
        label="Percent of members held out"
        name="percent"
        value={control.percent}
        suffix="%"
        onChange={(percent) => onChange({ percent })}
      />
      <AddDetail onClick={() => onChange(undefined)}>no control group</AddDetail>
    </span>
  );
}
