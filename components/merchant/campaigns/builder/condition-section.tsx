"use client";

import type { Condition } from "@/lib/campaigns/schema";
import { asGroup } from "./condition-group";
import { GroupEditor } from "./group-editor";
import { Problems } from "./problems";
import { Section } from "./section";

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
  const group = asGroup(condition);
  return (
    <Section id="if" title="If">
      {group.conditions.length === 0 && (
        <p className="pt-2.5 text-ink-3">
          Always.<span className="in-disabled:hidden"> Add a condition to narrow it.</span>
        </p>
      )}
      <GroupEditor
        group={group}
        at="/condition"
        depth={1}
        isPurchase={isPurchase}
        onChange={(next) => onChange(next.conditions.length === 0 ? null : next)}
      />
      <Problems at="/condition" within={false} />
    </Section>
  );
}
