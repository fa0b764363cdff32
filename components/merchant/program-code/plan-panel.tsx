"use client";

import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Notice } from "@/components/ui/notice";
import type { CodePlan } from "@/lib/program-code/schema";
import { PlanView } from "./plan-view";

/** What a plan would change, what stands against it, and the button that carries it out. */
export function PlanPanel({
  plan,
  problems,
  where,
  onApply,
}: {
  plan: CodePlan | null;
  problems: readonly string[];
  /** The program that would change. */
  where: string;
  onApply: () => Promise<void>;
}) {
  const removed = plan?.changes.filter(({ action }) => action === "remove").length ?? 0;
  return (
    <div aria-live="polite" className="flex flex-col gap-4 empty:hidden">
      {problems.length > 0 && (
        <Notice tone="bad">
          {problems.map((problem) => (
            <p key={problem} className="break-words">
              {problem}
            </p>
          ))}
        </Notice>
      )}
      {plan && <PlanView plan={plan} />}
      {plan && plan.changes.length > 0 && (
        <div className="flex justify-end">
          <ConfirmDialog
            trigger={<Button variant="primary">Apply</Button>}
            title={`Change ${where}?`}
            description={`${consequenceOf(plan.changes.length)} Campaigns and rewards follow it at once.${
              removed > 0 ? ` ${removalsOf(removed)}` : ""
            }`}
            confirmLabel="Apply"
            onConfirm={onApply}
          />
        </div>
      )}
    </div>
  );
}

function consequenceOf(changes: number): string {
  return changes === 1 ? "1 change is made." : `${changes} changes are made together, or none of them.`;
}

function removalsOf(removed: number): string {
  return removed === 1
    ? "One of them ends or removes something."
    : `${removed} of them end or remove something.`;
}
