"use client";

import { useState } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/actions";
import type { CodePlan } from "@/lib/program-code/schema";
import { PlanPanel } from "./plan-panel";
import { usePlan } from "./use-plan";

type WithText = (input: { program: string; text: string }) => Promise<ActionResult<CodePlan>>;

/** Takes a file, shows what it would change here, and applies it. */
export function ApplyFile({ plan: planFile, apply }: { plan: WithText; apply: WithText }) {
  const { program } = usePortal();
  const [text, setText] = useState("");
  const { pending, plan, problems, forget, look, carryOut } = usePlan();
  const input = { program: program.slug, text };
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-2xl text-pretty text-ink-2">
        You see every change before anything happens. What the file does not have is removed: its campaigns
        end and its rewards are archived. Point types, segments, code pools and reward partners stay.
      </p>
      <div className="flex flex-wrap items-end gap-3">
        <Field label="File" className="min-w-60 flex-1">
          <Input
            type="file"
            accept="application/json,.json"
            className="py-1.5 file:me-3 file:font-medium"
            onChange={async (event) => {
              forget();
              setText((await event.currentTarget.files?.[0]?.text()) ?? "");
            }}
          />
        </Field>
        <Button disabled={text === ""} pending={pending} onClick={() => look(() => planFile(input))}>
          Show what changes
        </Button>
      </div>
      <PlanPanel
        plan={plan}
        problems={problems}
        where="this program"
        onApply={() => carryOut(() => apply(input))}
      />
    </div>
  );
}
