"use client";

import type { ReactNode } from "react";
import { FormDialog, textOf } from "@/components/merchant/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/actions";

/** Says how many of a reward are left to give. */
export function StockDialog({
  program,
  reward,
  changeStock,
  trigger,
}: {
  program: string;
  reward: { id: string; name: string; stock: number };
  changeStock: (input: {
    program: string;
    rewardId: string;
    from: number;
    to: number;
  }) => Promise<ActionResult<{ stock: number }>>;
  trigger: ReactNode;
}) {
  return (
    <FormDialog
      trigger={trigger}
      title={reward.name}
      description="How many members can still have. Orders that wait are set aside already."
      submitLabel="Set stock"
      submit={(form) =>
        changeStock({
          program,
          rewardId: reward.id,
          from: reward.stock,
          to: Number(textOf(form, "to") || Number.NaN),
        })
      }
      done={({ stock }) => `${stock} left`}
    >
      {(errorOf) => (
        <Field label="Left to give" required error={errorOf("/to")}>
          <Input name="to" type="number" inputMode="numeric" min={0} step={1} defaultValue={reward.stock} />
        </Field>
      )}
    </FormDialog>
  );
}
