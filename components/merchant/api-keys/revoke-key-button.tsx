"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";

type RevokeKey = (input: { program: string; apiKeyId: string }) => Promise<ActionResult<{ revoked: true }>>;

/** Revokes a key after a question that says when it was used last. */
export function RevokeKeyButton({
  program,
  apiKeyId,
  name,
  lastUsed,
  revokeKey,
}: {
  program: string;
  /** TypeID */
  apiKeyId: string;
  name: string;
  /** "22 Nov 2026, 14:05", or null when it has never been used. */
  lastUsed: string | null;
  revokeKey: RevokeKey;
}) {
  const router = useRouter();
  const toast = useToast();

  async function confirm() {
    const result = await revokeKey({ program, apiKeyId });
    if (!result.ok) throw new Error(result.error.message);
    toast.success(`The key “${name}” is revoked`);
    router.refresh();
  }

  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="danger" aria-label={`Revoke ${name}`}>
          Revoke
        </Button>
      }
      title={`Revoke “${name}”?`}
      description={`The next request with this key is refused, and it cannot be brought back. ${
        lastUsed ? `It was last used on ${lastUsed}.` : "It has never been used."
      }`}
      confirmLabel="Revoke key"
      confirmVariant="danger"
      onConfirm={confirm}
    />
  );
}
