"use client";

import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { ImportDto } from "@/lib/imports/schema";

type Act = (input: { program: string; importId: string }) => Promise<ActionResult<ImportDto>>;

/** Stops an import for good, after a question; for one that has not begun, throws the file away. */
export function CancelImport({
  importId,
  isStarted,
  cancel,
}: {
  importId: string;
  isStarted: boolean;
  cancel: Act;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const label = isStarted ? "Cancel import" : "Discard";
  return (
    <ConfirmDialog
      trigger={<Button variant={isStarted ? "danger" : "ghost"}>{label}</Button>}
      title={isStarted ? "Cancel this import?" : "Discard this file?"}
      description={
        isStarted
          ? "Baskets that went in stay, with their points. The rest of the file is dropped. You can upload it again later; no basket counts twice."
          : "The file is removed. Nothing of it was posted."
      }
      confirmLabel={label}
      confirmVariant="danger"
      cancelLabel="Keep"
      onConfirm={async () => {
        const result = await cancel({ program: program.slug, importId });
        if (!result.ok) throw new Error(result.error.message);
        if (isStarted) router.refresh();
        else router.push(`/p/${program.slug}/imports`);
      }}
    />
  );
}

/** Goes on with an import that failed, from where it stopped. */
export function ResumeImport({ importId, resume }: { importId: string; resume: Act }) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const [pending, begin] = useTransition();
  return (
    <Button
      variant="primary"
      pending={pending}
      onClick={() =>
        begin(async () => {
          const result = await resume({ program: program.slug, importId });
          if (!result.ok) toast.failure("Not resumed", result.error.message);
          router.refresh();
        })
      }
    >
      <RotateCw aria-hidden="true" />
      Resume
    </Button>
  );
}
