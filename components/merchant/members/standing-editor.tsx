"use client";

import { FormDialog, textOf } from "@/components/merchant/form-dialog";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { MemberDto } from "@/lib/members/schema";
import type { ChangeMember } from "./change-member";

export type Tiers = readonly { code: string; name: string }[];

/** Sets tier, tags and birthday. `id` is the TypeID. */
export function StandingEditor({
  id,
  member,
  tiers,
  changeMember,
}: {
  id: string;
  member: Pick<MemberDto, "tier" | "tags" | "birthday">;
  tiers: Tiers;
  changeMember: ChangeMember;
}) {
  const { program } = usePortal();
  return (
    <FormDialog
      trigger={
        <Button size="sm" variant="ghost" aria-label="Edit standing">
          Edit
        </Button>
      }
      title="Standing"
      submitLabel="Save"
      submit={(form) =>
        changeMember({
          program: program.slug,
          id,
          change: {
            tier: textOf(form, "tier") || null,
            tags: textOf(form, "tags")
              .split(",")
              .map((tag) => tag.trim())
              .filter((tag) => tag !== ""),
            birthday: textOf(form, "birthday") || null,
          },
        })
      }
      done={() => "Standing saved"}
    >
      {(errorOf) => (
        <>
          <Field
            label="Tier"
            error={errorOf("/change/tier") ?? errorOf("/tier")}
            hint={tiers.length === 0 ? "Tiers are made in the settings." : undefined}
          >
            <Select name="tier" defaultValue={member.tier ?? ""}>
              <option value="">None</option>
              {tiers.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Tags" optional error={errorOf("/change/tags")} hint="With commas between them.">
            <Input name="tags" defaultValue={member.tags.join(", ")} autoComplete="off" />
          </Field>
          <Field label="Birthday" optional error={errorOf("/change/birthday") ?? errorOf("/birthday")}>
            <Input name="birthday" type="date" min="1900-01-01" defaultValue={member.birthday ?? ""} />
          </Field>
        </>
      )}
    </FormDialog>
  );
}
