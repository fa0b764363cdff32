"use client";

import { useRouter } from "next/navigation";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ActionResult } from "@/lib/actions";

type Act = (input: { program: string; simulationId: string }) => Promise<ActionResult<unknown>>;

/** Stops a simulation for good, after a question. */
export function CancelSimulation({ simulationId, cancel }: { simulationId: string; cancel: Act }) {
  const { program } = usePortal();
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={<Button variant="danger">Cancel</Button>}
      title="Cancel this simulation?"
      description="Nothing is kept of what it found so far. Your program is not affected either way."
      confirmLabel="Cancel simulation"
      confirmVariant="danger"
      cancelLabel="Keep running"
      onConfirm={async () => {
        const result = await cancel({ program: program.slug, simulationId });
        if (!result.ok) throw new Error(result.error.message);
        router.refresh();
      }}
    />
  );
}

/** Deletes a simulation with its report, after a question. */
export function DeleteSimulation({ simulationId, remove }: { simulationId: string; remove: Act }) {
  const { program } = usePortal();
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={<Button variant="ghost">Delete</Button>}
      title="Delete this simulation?"
      description="Its report and its examples go with it, and links to it end nowhere."
      confirmLabel="Delete"
      confirmVariant="danger"
      cancelLabel="Keep"
      onConfirm={async () => {
        const result = await remove({ program: program.slug, simulationId });
        if (!result.ok) throw new Error(result.error.message);
        router.push(`/p/${program.slug}/simulator`);
      }}
    />
  );
}
