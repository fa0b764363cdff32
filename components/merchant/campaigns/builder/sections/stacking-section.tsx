"use client";

import type { CampaignDefinition, Stacking } from "@/lib/campaigns/schema";
import { AddButton, InlineNumber, InlineSelect, InlineToggle, Words } from "../controls";
import { useFocusRequest } from "../focus";
import { useList } from "../look-ups";
import { Row } from "../row";
import { AsUsual, Section } from "../section";

/** Stands for the group in which all campaigns apply. */
const NO_GROUP = "";
const AS_USUAL: Stacking = { priority: 0, exclusive: false };

/** How the campaign goes together with others. */
export function StackingSection({
  stacking,
  effects,
  onChange,
}: {
  stacking: CampaignDefinition["stacking"];
  effects: CampaignDefinition["effects"];
  onChange: (stacking: CampaignDefinition["stacking"]) => void;
}) {
  const groups = useList("group");
  const { focusNext } = useFocusRequest();
  if (stacking === undefined) {
    return (
      <Section id="together" title="Together">
        <AsUsual>It applies beside all other campaigns.</AsUsual>
        <div>
          <AddButton
            at="/stacking/add"
            onClick={() => {
              onChange(AS_USUAL);
              focusNext("/stacking");
            }}
          >
            Order and exclusivity
          </AddButton>
        </div>
      </Section>
    );
  }
  const { group = NO_GROUP, priority, exclusive } = stacking;
  const options = [
    { value: NO_GROUP, label: "All others · all apply" },
    ...groups.map(({ value, label, note }) => ({ value, label: note ? `${label} · ${note}` : label })),
  ];
  const isKnown = options.some(({ value }) => value === group);
  return (
    <Section id="together" title="Together">
      <Row at="/stacking">
        <Words>In group</Words>
        <InlineSelect
          label="Group of campaigns"
          name="group"
          value={group}
          options={
            isKnown ? options : [...options, { value: group, label: `“${group}”, which is not there` }]
          }
          onChange={(next) => onChange({ ...stacking, group: next === NO_GROUP ? undefined : next })}
        />
        <Words>with priority</Words>
        <InlineNumber
          label="Priority in the group, higher ones first"
          name="priority"
          value={priority}
          onChange={(next) => onChange({ ...stacking, priority: next })}
        />
        <InlineToggle isOn={exclusive} onChange={(next) => onChange({ ...stacking, exclusive: next })}>
          {exclusive ? "nothing after it applies" : "others after it apply too"}
        </InlineToggle>
      </Row>
      {group !== NO_GROUP && effects.some(({ kind }) => kind === "multiplier") && (
        <p className="max-w-prose text-pretty px-2 text-ink-2 text-sm">
          It multiplies what campaigns of its own group and of those before it earn. What campaigns without a
          group give comes last and is not multiplied: try it on the example.
        </p>
      )}
      <div>
        <button
          type="button"
          className="px-2 font-medium text-base text-ink-2 underline-offset-2 in-disabled:hidden hover:text-ink hover:underline"
          onClick={() => {
            onChange(undefined);
            focusNext("/stacking/add");
          }}
        >
          Beside all others
        </button>
      </div>
    </Section>
  );
}
