"use client";

import { Pencil } from "lucide-react";
import { useState } from "react";
import { FormDialog, textOf } from "@/components/merchant/form-dialog";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/actions";

type Keyed = { kind: "reward" | "code pool" | "reward partner"; id: string; name: string; key: string };
type ChangeKey = (input: {
  program: string;
  kind: Keyed["kind"];
  id: string;
  key: string;
}) => Promise<ActionResult<{ key: string }>>;

/** So many are shown at first: a catalogue may have hundreds. */
const SHOWN = 8;
const KINDS: Readonly<Record<Keyed["kind"], string>> = {
  reward: "Reward",
  "code pool": "Code pool",
  "reward partner": "Reward partner",
};

/** What the file knows things by, and where it is changed. */
export function KeyList({ keys, change }: { keys: readonly Keyed[]; change: ChangeKey }) {
  const [q, setQ] = useState("");
  const [isWhole, setWhole] = useState(false);
  const wanted = q.trim().toLowerCase();
  const found = keys.filter(({ name, key }) => `${name} ${key}`.toLowerCase().includes(wanted));
  const shown = isWhole ? found : found.slice(0, SHOWN);
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-2xl text-pretty text-ink-2">
        The file knows rewards, code pools and reward partners by these. A key stays when the name changes.
        Change it where two programs call the same thing differently.
      </p>
      {keys.length > SHOWN && (
        <Input
          type="search"
          aria-label="Search keys"
          placeholder="Search keys"
          className="max-w-72"
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
      )}
      <DataTable
        caption="Keys"
        dense
        rows={shown}
        rowKey={({ kind, id }) => `${kind} ${id}`}
        empty={
          <p className="text-ink-2">
            {keys.length === 0
              ? "No rewards, code pools or reward partners yet."
              : `Nothing is called “${q.trim()}”.`}
          </p>
        }
        columns={[
          {
            key: "name",
            header: "Name",
            cell: ({ name, key }) => (
              <>
                <span className="block break-words">{name}</span>
                <span className="block break-words font-mono text-ink-2 text-sm sm:hidden">{key}</span>
              </>
            ),
          },
          {
            key: "kind",
            header: "What",
            hideBelow: "md",
            cell: ({ kind }) => KINDS[kind],
          },
          {
            key: "key",
            header: "Key",
            hideBelow: "sm",
            cell: ({ key }) => <span className="break-words font-mono text-sm">{key}</span>,
          },
          {
            key: "change",
            header: <span className="sr-only">Change</span>,
            align: "end",
            cell: (keyed) => (
              <span className="-my-1 inline-flex">
                <ChangeKeyDialog keyed={keyed} change={change} />
              </span>
            ),
          },
        ]}
      />
      {found.length > shown.length && (
        <div>
          <Button onClick={() => setWhole(true)}>Show all {found.length}</Button>
        </div>
      )}
    </div>
  );
}

function ChangeKeyDialog({ keyed, change }: { keyed: Keyed; change: ChangeKey }) {
  const { program } = usePortal();
  const { kind, id, name } = keyed;
  return (
    <FormDialog
      trigger={<IconButton size="sm" label={`Change the key of ${name}`} icon={<Pencil />} />}
      title={`Key of ${name}`}
      description="A file that has the old key speaks of something else from then on."
      submitLabel="Save"
      submit={(form) => change({ program: program.slug, kind, id, key: textOf(form, "key") })}
      done={() => "The key is changed"}
    >
      {(errorOf) => (
        <Field label="Key" hint="Small letters, digits and hyphens." error={errorOf("/key")} required>
          <Input
            name="key"
            defaultValue={keyed.key}
            autoComplete="off"
            className="font-mono"
            maxLength={64}
          />
        </Field>
      )}
    </FormDialog>
  );
}
