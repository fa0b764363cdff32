"use client";

import type { Condition } from "@/lib/campaigns/schema";
import { GroupEditor } from "../conditions/group-editor";
import { editableGroup, isGroup } from "../conditions/groups";
import { Problems } from "../problems";
import { AsUsual, Section } from "../section";

/** What must hold for the campaign to fire. */
export function ConditionSection({
  condition,
  isPurchase,
  onChange,
}: {
  condition: Condition | null;
  isPurchase: boolean;
  onChange: (condition: Condition | null) => void;
}) {
  const group = editableGroup(condition);
  return (
    <Section id="if" title="If">
      {group.conditions.length === 0 && (
        <AsUsual>
          Always.<span className="in-disabled:hidden"> Add a condition to narrow it.</span>
        </AsUsual>
      )}
      <GroupEditor
        group={group}
        isTurned={false}
        at="/condition"
        groupAt="/condition"
        depth={1}
        isPurchase={isPurchase}
        onChange={(next) => onChange(isGroup(next) && next.conditions.length === 0 ? null : next)}
      />
      <Problems at="/condition" within={false} />
    </Section>
  );
}
