"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ActionResult } from "@/lib/actions";

/** Ends a company's part in the program, after a question. */
export function RemovePartner({
  program,
  partner,
  remove,
  trigger,
}: {
  program: string;
  partner: { id: string; name: string };
  remove: (input: { program: string; partnerId: string }) => Promise<ActionResult<unknown>>;
  trigger: ReactNode;
}) {
  const router = useRouter();
  return (
    <ConfirmDialog
      trigger={trigger}
      title={`Remove ${partner.name}?`}
      description="Its people see nothing of the program from then on. What it has fulfilled stays on record. With published rewards or open orders it cannot be removed."
      confirmLabel="Remove"
      confirmVariant="danger"
      onConfirm={async () => {
        const result = await remove({ program, partnerId: partner.id });
        if (!result.ok) throw new Error(result.error.message);
        router.push(`/p/${program}/partners`);
      }}
    />
  );
}
