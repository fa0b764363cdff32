"use client";

import type { ReactNode } from "react";
import { FormDialog, textOf } from "@/components/merchant/form-dialog";
import { usePortal } from "@/components/merchant/portal-context";
import { Field } from "@/components/ui/field";
import { formatNumber } from "@/components/ui/format";
import { Textarea } from "@/components/ui/textarea";
import { MAX_NAMED_CODES } from "@/lib/rewards/schema";
import type { RemoveCodes } from "./upload-list";

/** Takes codes out of a pool by name: those that a partner has withdrawn, or that were printed wrong. */
export function RemoveCodesDialog({
  id,
  trigger,
  remove,
}: {
  id: string;
  trigger: ReactNode;
  remove: RemoveCodes;
}) {
  const { program } = usePortal();
  const number = (count: number) => formatNumber(count, program.locale);
  return (
    <FormDialog
      trigger={trigger}
      title="Take codes out"
      description="For good: they are not handed out and cannot be uploaded again. Codes that members have stay theirs."
      submitLabel="Take them out"
      submit={(form) =>
        remove({
          program: program.slug,
          id,
          which: {
            codes: textOf(form, "codes")
              .split(/\s+/)
              .filter((code) => code !== ""),
          },
        })
      }
      done={({ removed, handed, unknown }) =>
        [
          `${number(removed)} taken out`,
          handed > 0 && `${number(handed)} with members`,
          unknown > 0 && `${number(unknown)} unknown or out already`,
        ]
          .filter(Boolean)
          .join(", ")
      }
    >
      {(errorOf) => (
        <Field
          label="Codes"
          hint={`One a line; at most ${number(MAX_NAMED_CODES)} at a time.`}
          error={errorOf("/which/codes") ?? errorOf("/which")}
          required
        >
          <Textarea name="codes" rows={6} spellCheck={false} className="font-mono text-sm" />
        </Field>
      )}
    </FormDialog>
  );
}
