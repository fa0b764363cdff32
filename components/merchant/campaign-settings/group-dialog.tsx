"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ActionResult } from "@/lib/actions";
import { type GroupDto, POLICY_WORDS } from "@/lib/campaign-groups/schema";
import { GROUP_POLICIES, type GroupPolicy } from "@/lib/campaigns/schema";
import { useSaving } from "./use-saving";

export type AddGroup = (input: { program: string; group: GroupDto }) => Promise<ActionResult<unknown>>;
export type EditGroup = (input: {
  program: string;
  code: string;
  change: { name: string; policy: GroupPolicy };
}) => Promise<ActionResult<unknown>>;

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
  const { program } = usePortal();
  const formId = useId();
  const [open, setOpen] = useState(false);
  const [policy, setPolicy] = useState<GroupPolicy>(group?.policy ?? "best_for_member");
  const { pending, failure, forget, save } = useSaving();

  function change(next: boolean) {
    setOpen(next);
    setPolicy(group?.policy ?? "best_for_member");
    forget();
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (field: string) => String(form.get(field) ?? "");
    const name = text("name");
    save(
      () =>
        group === null
          ? add({ program: program.slug, group: { code: text("code"), name, policy } })
          : edit({ program: program.slug, code: group.code, change: { name, policy } }),
      () => setOpen(false),
    );
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={trigger}
      title={group === null ? "New group" : `Group “${group.name}”`}
      description="Campaigns of a group are worked through together. The change is in force at once."
      footer={
        <Button variant="primary" type="submit" form={formId} pending={pending}>
          {group === null ? "Add group" : "Save"}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label="Name" required error={failure?.byField.get("name")}>
          <Input name="name" defaultValue={group?.name ?? ""} maxLength={60} autoComplete="off" />
        </Field>
        {group === null && (
          <Field
            label="Code"
            required
            hint="Its name in campaigns and files"
            error={failure?.byField.get("code")}
          >
            <Input name="code" maxLength={40} autoComplete="off" className="font-mono" />
          </Field>
        )}
        <Field label="Which of them give something" hint={POLICY_WORDS[policy].meaning}>
          <Select value={policy} onChange={(event) => setPolicy(event.currentTarget.value as GroupPolicy)}>
            {GROUP_POLICIES.map((value) => (
              <option key={value} value={value}>
                {POLICY_WORDS[value].label}
              </option>
            ))}
          </Select>
        </Field>
      </form>
    </Dialog>
  );
}
