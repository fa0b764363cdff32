"use client";

import { Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import type { MemberAttributes } from "@/lib/members/schema";
import { type AttributeDraft, attributeChanges, toDrafts } from "./attribute-drafts";
import type { ChangeMember } from "./change-member";

/** Edits what campaigns' audiences look at: names with a text, a number, or yes and no. */
export function AttributesEditor({
  program,
  memberId,
  attributes,
  changeMember,
}: {
  program: string;
  /** TypeID */
  memberId: string;
  attributes: MemberAttributes;
  changeMember: ChangeMember;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" variant="ghost">
          Edit
        </Button>
      }
      title="Attributes"
      description="What campaigns know about this member beside purchases: a tier, a home store, a staff flag."
    >
      <AttributesForm {...{ program, memberId, attributes, changeMember }} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function AttributesForm({
  program,
  memberId,
  attributes,
  changeMember,
  onDone,
}: {
  program: string;
  memberId: string;
  attributes: MemberAttributes;
  changeMember: ChangeMember;
  onDone: () => void;
}) {
  const router = useRouter();
  const toast = useToast();
  const idPrefix = useId();
  const [drafts, setDrafts] = useState(() => toDrafts(attributes));
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, start] = useTransition();

  const update = (index: number, change: Partial<AttributeDraft>) =>
    setDrafts((current) => current.map((draft, at) => (at === index ? { ...draft, ...change } : draft)));

  function submit(event: FormEvent) {
    event.preventDefault();
    const changes = attributeChanges(attributes, drafts);
    if (!changes.ok) {
      setFailure(changes.message);
      return;
    }
    start(async () => {
      const result = await changeMember({ program, id: memberId, change: { attributes: changes.value } });
      if (!result.ok) {
        setFailure(result.error.message);
        return;
      }
      toast.success("Attributes saved");
      router.refresh();
      onDone();
    });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      {failure && <Notice tone="bad">{failure}</Notice>}
      {drafts.length === 0 && <p className="py-2 text-ink-2">No attributes yet.</p>}
      {drafts.map((draft, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place while their names are typed
        <div key={`${idPrefix}-${index}`} className="flex flex-wrap items-center gap-2">
          <Input
            aria-label={`Name of attribute ${index + 1}`}
            placeholder="Name"
            value={draft.name}
            onChange={(event) => update(index, { name: event.target.value })}
            className="w-36 flex-1"
          />
          <Select
            aria-label={`Kind of attribute ${index + 1}`}
            value={draft.kind}
            onChange={(event) => update(index, { kind: kindOf(event.target.value), value: "" })}
            className="w-28"
          >
            <option value="text">Text</option>
            <option value="number">Number</option>
            <option value="boolean">Yes or no</option>
          </Select>
          {draft.kind === "boolean" ? (
            <Select
              aria-label={`Value of attribute ${index + 1}`}
              value={draft.value === "true" ? "true" : "false"}
              onChange={(event) => update(index, { value: event.target.value })}
              className="w-36 flex-1"
            >
              <option value="true">Yes</option>
              <option value="false">No</option>
            </Select>
          ) : (
            <Input
              aria-label={`Value of attribute ${index + 1}`}
              placeholder="Value"
              inputMode={draft.kind === "number" ? "decimal" : undefined}
              value={draft.value}
              onChange={(event) => update(index, { value: event.target.value })}
              className="w-36 flex-1"
            />
          )}
          <IconButton
            label={`Remove attribute ${draft.name || index + 1}`}
            icon={<Trash2 />}
            onClick={() => setDrafts((current) => current.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <div className="mt-2 flex flex-wrap justify-between gap-2">
        <Button
          variant="ghost"
          onClick={() => setDrafts((current) => [...current, { name: "", kind: "text", value: "" }])}
        >
          <Plus aria-hidden="true" />
          Attribute
        </Button>
        <Button variant="primary" type="submit" pending={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}

function kindOf(value: string): AttributeDraft["kind"] {
  return value === "number" || value === "boolean" ? value : "text";
}
