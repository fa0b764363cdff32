"use client";

import type { ReactNode } from "react";
import { FormDialog, textOf } from "@/components/merchant/form-dialog";
import { usePortal } from "@/components/merchant/portal-context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/actions";
import type { NewTier, TierDto } from "@/lib/tiers/schema";

export type TierActions = {
  create: (input: NewTier & { program: string }) => Promise<ActionResult<{ code: string }>>;
  rename: (input: { program: string; code: string; name: string }) => Promise<ActionResult<{ code: string }>>;
  order: (input: { program: string; codes: string[] }) => Promise<ActionResult<{ codes: string[] }>>;
  remove: (input: { program: string; code: string }) => Promise<ActionResult<{ code: string }>>;
};

/** Adds a tier or renames one. */
export function TierDialog({
  tier,
  trigger,
  actions,
}: {
  /** Null: a new one. */
  tier: TierDto | null;
  trigger: ReactNode;
  actions: Pick<TierActions, "create" | "rename">;
}) {
  const { program } = usePortal();
  return (
    <FormDialog
      trigger={trigger}
      title={tier === null ? "New tier" : `Rename ${tier.name}`}
      description={tier === null ? "It is added above the others." : undefined}
      submitLabel={tier === null ? "Add tier" : "Save"}
      submit={(form) => {
        const name = textOf(form, "name");
        return tier === null
          ? actions.create({ program: program.slug, code: textOf(form, "code"), name })
          : actions.rename({ program: program.slug, code: tier.code, name });
      }}
      done={() => (tier === null ? "The tier is added" : "The tier is renamed")}
    >
      {(errorOf) => (
        <>
          <Field label="Name" hint="As members read it." error={errorOf("/name")} required>
            <Input name="name" defaultValue={tier?.name ?? ""} autoComplete="off" placeholder="Gold" />
          </Field>
          {tier === null && (
            <Field
              label="Code"
              hint="Campaigns and files name the tier by it. It does not change."
              error={errorOf("/code")}
              required
            >
              <Input name="code" autoComplete="off" placeholder="gold" className="font-mono" />
            </Field>
          )}
        </>
      )}
    </FormDialog>
  );
}
