"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
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
  const t = useTranslations("pools");
  const router = useRouter();
  const toast = useToast();

  async function confirm() {
    const result = await leave({ program, pool });
    if (!result.ok) throw new Error(result.error.message);
    toast.success(t("youLeft", { name }));
    router.push(`/club/${program}/pools`);
  }

  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger" size="lg">
          {t("leave")}
        </Button>
      }
      title={t("leaveTitle", { name })}
      description={t("leaveText", { name: pointName })}
      confirmLabel={t("leaveSubmit")}
      confirmVariant="danger"
      onConfirm={confirm}
    />
  );
}
