"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { FormDialog, textOf } from "@/components/merchant/form-dialog";
import { usePortal } from "@/components/merchant/portal-context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/actions";
import type { SegmentDto } from "@/lib/segments/schema";

type Texts = { program: string; code: string; name: string; description: string };
type SaveSegment = (input: Texts) => Promise<ActionResult<{ code: string }>>;

/** Makes a segment, and opens it; or changes the words of one. */
export function SegmentDialog({
  segment,
  trigger,
  save,
}: {
  /** Null: a new one. */
  segment: SegmentDto | null;
  trigger: ReactNode;
  save: SaveSegment;
}) {
  const { program } = usePortal();
  const router = useRouter();
  return (
    <FormDialog
      trigger={trigger}
      title={segment === null ? "New segment" : `Edit ${segment.name}`}
      description={segment === null ? "An empty list that you put members on." : undefined}
      submitLabel={segment === null ? "Create segment" : "Save"}
      submit={(form) =>
        save({
          program: program.slug,
          code: segment?.code ?? textOf(form, "code"),
          name: textOf(form, "name"),
          description: textOf(form, "description"),
        })
      }
      done={({ code }) => {
        if (segment !== null) return "The segment is saved";
        router.push(`/p/${program.slug}/segments/${code}`);
        return null;
      }}
    >
      {(errorOf) => (
        <>
          <Field label="Name" error={errorOf("/name")} required>
            <Input
              name="name"
              defaultValue={segment?.name ?? ""}
              autoComplete="off"
              placeholder="Regulars of the old shop"
            />
          </Field>
          {segment === null && (
            <Field
              label="Code"
              hint="Campaigns and files name the segment by it. It does not change."
              error={errorOf("/code")}
              required
            >
              <Input name="code" autoComplete="off" placeholder="regulars" className="font-mono" />
            </Field>
          )}
          <Field label="Description" error={errorOf("/description")} optional>
            <Textarea name="description" defaultValue={segment?.description ?? ""} maxLength={500} />
          </Field>
        </>
      )}
    </FormDialog>
  );
}
