"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";

/** Leaves a pool, after a question. */
export function LeaveButton({
  program,
  pool,
  name,
  pointName,
  leave,
}: {
  program: string;
  /** TypeID */
  pool: string;
  name: string;
  pointName: string;
  leave: (input: { program: string; pool: string }) => Promise<ActionResult<unknown>>;
}) {
  const router = useRouter();
  const toast = useToast();

  async function confirm() {
    const result = await leave({ program, pool });
    if (!result.ok) throw new Error(result.error.message);
    toast.success(`You have left ${name}`);
    router.push(`/club/${program}/pools`);
  }

  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger" size="lg">
          Leave this pool
        </Button>
      }
      title={`Leave ${name}?`}
      description={`You can no longer spend from it. The ${pointName} that you gave stay with the others.`}
      confirmLabel="Leave"
      confirmVariant="danger"
      onConfirm={confirm}
    />
  );
}
