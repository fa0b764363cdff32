"use client";

import { useState } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { ActionResult } from "@/lib/actions";
import type { CodePlan } from "@/lib/program-code/schema";
import { PlanPanel } from "./plan-panel";
import { usePlan } from "./use-plan";

type Sibling = { slug: string; name: string; sandbox: boolean };
type WithTarget = (input: { program: string; target: string }) => Promise<ActionResult<CodePlan>>;

/** Makes another program of the company what this one is: from a sandbox to production, in one step. */
export function CopyProgram({
  programs,
  plan: planCopy,
  copy,
}: {
  programs: readonly Sibling[];
  plan: WithTarget;
  copy: WithTarget;
}) {
  const { program } = usePortal();
  const [slug, setSlug] = useState(programs[0]?.slug ?? "");
  const { pending, plan, problems, forget, look, carryOut } = usePlan();
  const target = programs.find((sibling) => sibling.slug === slug);
  if (target === undefined) {
    return (
      <p className="max-w-2xl text-pretty text-ink-2">
        Your company has no other program yet. With a sandbox beside this one, campaigns can be tried there
        and brought here in one step.
      </p>
    );
  }
  const input = { program: program.slug, target: slug };
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-2xl text-pretty text-ink-2">
        The other program gets the campaigns, rewards and settings of this one, pictures included, as if its
        file were applied there. Its members, their points, its codes and its stock stay as they are.
      </p>
      <div className="flex flex-wrap items-end gap-3">
        <Field label="Program" className="min-w-60 flex-1">
          <Select
            value={slug}
            onChange={(event) => {
              forget();
              setSlug(event.currentTarget.value);
            }}
          >
            {programs.map((sibling) => (
              <option key={sibling.slug} value={sibling.slug}>
                {sibling.sandbox ? `${sibling.name} (sandbox)` : sibling.name}
              </option>
            ))}
          </Select>
        </Field>
        <Button pending={pending} onClick={() => look(() => planCopy(input))}>
          Show what changes
        </Button>
      </div>
      <PlanPanel
        plan={plan}
        problems={problems}
        where={target.name}
        onApply={() => carryOut(() => copy(input))}
      />
    </div>
  );
}
