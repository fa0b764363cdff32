"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatNumber } from "@/components/ui/format";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import { useAction } from "../use-action";

type Shares = { points: number; shares: { name: string; points: number }[] };
type Pool = { program: string; pool: string };

/** Dissolves a pool, after showing who would get how much. */
export function DissolveButton({
  program,
  pool,
  name,
  pointName,
  preview,
  dissolve,
}: Pool & {
  name: string;
  pointName: string;
  preview: (input: Pool) => Promise<ActionResult<Shares>>;
  dissolve: (input: Pool) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("pools");
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const looking = useAction(preview);
  const [shares, setShares] = useState<Shares | null>(null);

  async function look() {
    setShares(await looking.run({ program, pool }));
  }

  async function confirm() {
    const result = await dissolve({ program, pool });
    if (!result.ok) throw new Error(result.error.message);
    toast.success(t("dissolved", { name }));
    router.push(`/club/${program}/pools`);
  }

  return (
    <>
      <Button variant="danger" size="lg" pending={looking.pending} onClick={() => void look()}>
        {t("dissolve")}
      </Button>
      {looking.message && (
        <p role="alert" className="mt-2 text-bad-ink text-sm">
          {looking.message}
        </p>
      )}
      <ConfirmDialog
        open={shares !== null}
        onOpenChange={(open) => {
          if (!open) setShares(null);
        }}
        title={t("dissolveTitle", { name })}
        description={t("dissolveText", { name: pointName })}
        confirmLabel={t("dissolveSubmit")}
        confirmVariant="danger"
        onConfirm={confirm}
      >
        <ul className="divide-y rounded-lg bg-sunken px-4 py-1">
          {shares?.shares.map((share, index) => (
            // Two people may have the same name, and nothing else of them is here.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is read once and never reordered
            <li key={index} className="flex justify-between gap-4 py-2 text-base">
              <span className="min-w-0 break-words">{share.name}</span>
              <span className="font-semibold">{formatNumber(share.points, locale)}</span>
            </li>
          ))}
        </ul>
      </ConfirmDialog>
    </>
  );
}
