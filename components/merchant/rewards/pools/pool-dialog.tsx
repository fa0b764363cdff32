"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { FormDialog, textOf } from "@/components/merchant/form-dialog";
import { usePortal } from "@/components/merchant/portal-context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ActionResult } from "@/lib/actions";
import type { PoolDto } from "@/lib/rewards/schema";

type Settings = { program: string; name: string; lowAt: number | null };
export type CreatePool = (
  input: Settings & { partnerId: string | null },
) => Promise<ActionResult<{ id: string }>>;
export type ChangePool = (input: Settings & { id: string }) => Promise<ActionResult<{ id: string }>>;

/** Makes a pool, and opens it; or changes what one is called and when it is low. */
export function PoolDialog({
  pool,
  partners,
  pools,
  trigger,
  create,
  change,
}: {
  /** Null: a new one. */
  pool: PoolDto | null;
  partners: readonly { id: string; name: string }[];
  /** The address of the list of pools. */
  pools: string;
  trigger: ReactNode;
  create: CreatePool;
  change: ChangePool;
}) {
  const { program } = usePortal();
  const router = useRouter();
  return (
    <FormDialog
      trigger={trigger}
      title={pool === null ? "New code pool" : `Settings of ${pool.name}`}
      description={pool === null ? "Empty at first: codes come from files." : undefined}
      submitLabel={pool === null ? "Create pool" : "Save"}
      submit={(form) => {
        const lowAt = textOf(form, "lowAt");
        const settings = {
          program: program.slug,
          name: textOf(form, "name"),
          lowAt: lowAt === "" ? null : Number(lowAt),
        };
        const partnerId = textOf(form, "partnerId") || null;
        return pool === null ? create({ ...settings, partnerId }) : change({ ...settings, id: pool.id });
      }}
      done={({ id }) => {
        if (pool !== null) return "The pool is saved";
        router.push(`${pools}/${id}`);
        return null;
      }}
    >
      {(errorOf) => (
        <>
          <Field label="Name" error={errorOf("/name")} required>
            <Input
              name="name"
              defaultValue={pool?.name ?? ""}
              autoComplete="off"
              placeholder="Alpine Roasters, 10 € off"
            />
          </Field>
          {pool === null && partners.length > 0 && (
            <Field
              label="Filled by"
              error={errorOf("/partnerId")}
              hint="A partner fills its own pools in its portal, and only its rewards use them."
            >
              <Select name="partnerId" defaultValue="">
                <option value="">You yourself</option>
                {partners.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          <Field
            label="Tell me at"
            hint="You are told when no more codes are left than this."
            error={errorOf("/lowAt")}
            optional
          >
            <Input
              name="lowAt"
              type="number"
              min={0}
              step={1}
              inputMode="numeric"
              defaultValue={pool?.lowAt ?? ""}
              placeholder="Never"
            />
          </Field>
        </>
      )}
    </FormDialog>
  );
}
