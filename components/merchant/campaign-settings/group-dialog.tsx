"use client";

import { type ReactNode, useState } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { ActionResult } from "@/lib/actions";
import { type GroupDto, POLICY_WORDS } from "@/lib/campaign-groups/schema";
import { GROUP_POLICIES, type GroupPolicy } from "@/lib/campaigns/schema";
import { NamedDialog } from "./named-dialog";

export type AddGroup = (input: { program: string; group: GroupDto }) => Promise<ActionResult<unknown>>;
export type EditGroup = (input: {
  program: string;
  code: string;
  change: { name: string; policy: GroupPolicy };
}) => Promise<ActionResult<unknown>>;

const FIRST_POLICY: GroupPolicy = "best_for_member";

/** Makes or edits a group of campaigns. */
export function GroupDialog({
  group,
  add,
  edit,
  trigger,
}: {
  /** Null: a new one. */
  group: GroupDto | null;
  add: AddGroup;
  edit: EditGroup;
  trigger: ReactNode;
}) {
  const { slug } = usePortal().program;
  const [policy, setPolicy] = useState(group?.policy ?? FIRST_POLICY);
  return (
    <NamedDialog
      what="group"
      edited={group}
      description="Campaigns of a group are worked through together. The change is in force at once."
      maxLength={60}
      save={({ code, name }) =>
        group === null
          ? add({ program: slug, group: { code, name, policy } })
          : edit({ program: slug, code, change: { name, policy } })
      }
      onOpenChange={() => setPolicy(group?.policy ?? FIRST_POLICY)}
      trigger={trigger}
    >
      <Field label="Which of them give something" hint={POLICY_WORDS[policy].meaning}>
        <Select
          value={policy}
          onChange={(event) => {
            const chosen = GROUP_POLICIES.find((value) => value === event.currentTarget.value);
            if (chosen) setPolicy(chosen);
          }}
        >
          {GROUP_POLICIES.map((value) => (
            <option key={value} value={value}>
              {POLICY_WORDS[value].label}
            </option>
          ))}
        </Select>
      </Field>
    </NamedDialog>
  );
}
