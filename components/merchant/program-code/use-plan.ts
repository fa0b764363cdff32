"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { CodePlan } from "@/lib/program-code/schema";

type Planned = Promise<ActionResult<CodePlan>>;

/** A plan that is shown before it is carried out, and what stood against it. */
export function usePlan() {
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  const [plan, setPlan] = useState<CodePlan | null>(null);
  const [problems, setProblems] = useState<string[]>([]);

  function take(result: Awaited<Planned>): result is { ok: true; data: CodePlan } {
    if (result.ok) {
      setProblems([]);
      return true;
    }
    const { message, fields = [] } = result.error;
    setProblems([message, ...fields.map(({ pointer, detail }) => `${pointer}: ${detail}`)]);
    return false;
  }

  return {
    pending,
    plan,
    problems,
    forget: () => {
      setPlan(null);
      setProblems([]);
    },
    look: (work: () => Planned) =>
      start(async () => {
        const result = await work();
        setPlan(take(result) ? result.data : null);
      }),
    carryOut: async (work: () => Planned) => {
      const result = await work();
      if (!take(result)) return;
      setPlan(null);
      const { length } = result.data.changes;
      toast.success(length === 1 ? "1 change made" : `${length} changes made`);
      router.refresh();
    },
  };
}
