"use client";

import { useRouter } from "next/navigation";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ActionResult } from "@/lib/actions";

/** What can be done to a simulation, and what is asked before. */
const ACTS = {
  cancel: {
    label: "Cancel",
    variant: "danger",
    title: "Cancel this simulation?",
    description: "Nothing is kept of what it found so far. Your program is not affected either way.",
    confirmLabel: "Cancel simulation",
    cancelLabel: "Keep running",
  },
  delete: {
    label: "Delete",
    variant: "ghost",
    title: "Delete this simulation?",
    description: "Its report and its examples go with it, and links to it end nowhere.",
    confirmLabel: "Delete",
    cancelLabel: "Keep",
  },
} as const;

/** Stops a simulation for good, or deletes it with its report, after a question. */
export function EndSimulation({
  simulationId,
  by,
  act,
}: {
  /** TypeID */
  simulationId: string;
  by: keyof typeof ACTS;
  act: (input: { program: string; simulationId: string }) => Promise<ActionResult<unknown>>;
}) {
  const { slug } = usePortal().program;
  const router = useRouter();
  const { label, variant, ...question } = ACTS[by];
  return (
    <ConfirmDialog
      {...question}
      trigger={<Button variant={variant}>{label}</Button>}
      confirmVariant="danger"
      onConfirm={async () => {
        const result = await act({ program: slug, simulationId });
        if (!result.ok) throw new Error(result.error.message);
        if (by === "delete") router.push(`/p/${slug}/simulator`);
        else router.refresh();
      }}
    />
  );
}
