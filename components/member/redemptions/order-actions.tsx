"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAction } from "@/components/member/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";

type Order = { program: string; id: string };

/** Goes on to the page on which an order is paid. */
export function PayButton({
  program,
  id,
  label,
  pay,
}: Order & { label: string; pay: (order: Order) => Promise<ActionResult<{ url: string }>> }) {
  const { run, pending, message } = useAction(pay);
  async function go() {
    const started = await run({ program, id });
    if (started !== null) window.location.assign(started.url);
  }
  return (
    <div>
      <Button variant="accent" size="lg" pending={pending} onClick={go} className="w-full">
        {label}
      </Button>
      {message && (
        <Notice tone="bad" className="mt-3">
          {message}
        </Notice>
      )}
    </div>
  );
}

/** Calls an order off, after a question that says what comes back. */
export function CancelOrderButton({
  program,
  id,
  points,
  refund,
  cancel,
}: Order & {
  /** In words, what comes back at once and what is paid back; null: nothing of it. */
  points: string | null;
  refund: string | null;
  cancel: (order: Order & { key: string }) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("redemptions");
  const router = useRouter();
  const toast = useToast();
  const [key] = useState(() => crypto.randomUUID());

  async function confirm() {
    const result = await cancel({ program, id, key });
    if (!result.ok) throw new Error(result.error.message);
    toast.success(t("cancelDone"));
    router.refresh();
  }

  const consequences = [
    points !== null && t("cancelText", { points }),
    refund !== null && t("cancelMoney", { amount: refund }),
  ].filter((sentence) => sentence !== false);
  return (
    <ConfirmDialog
      trigger={
        <Button size="lg" className="w-full">
          {t("cancel")}
        </Button>
      }
      title={t("cancelTitle")}
      description={consequences.join(" ")}
      confirmLabel={t("cancel")}
      cancelLabel={t("keep")}
      confirmVariant="danger"
      onConfirm={confirm}
    />
  );
}
