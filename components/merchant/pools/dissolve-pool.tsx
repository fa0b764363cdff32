"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatNumber } from "@/components/ui/format";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";

type Pool = { program: string; pool: string };
type Shares = { points: number; shares: { name: string; points: number }[] };

/** Dissolves a pool, after showing who would get how much. */
export function DissolvePool({
  program,
  pool,
  name,
  locale,
  pointName,
  preview,
  dissolve,
}: Pool & {
  name: string;
  locale: string;
  pointName: string;
  preview: (input: Pool) => Promise<ActionResult<Shares>>;
  dissolve: (input: Pool) => Promise<ActionResult<unknown>>;
}) {
  const router = useRouter();
  const toast = useToast();
  const [looking, start] = useTransition();
  const [shares, setShares] = useState<Shares | null>(null);

  function look() {
    start(async () => {
      const result = await preview({ program, pool });
      if (result.ok) setShares(result.data);
      else toast.failure("The pool cannot be dissolved now", result.error.message);
    });
  }

  async function confirm() {
    const result = await dissolve({ program, pool });
    if (!result.ok) throw new Error(result.error.message);
    toast.success(`${name} is dissolved`);
    router.refresh();
  }

  return (
    <>
      <Button variant="danger" pending={looking} onClick={look}>
        Dissolve
      </Button>
      <ConfirmDialog
        open={shares !== null}
        onOpenChange={(open) => {
          if (!open) setShares(null);
        }}
        title={`Dissolve ${name}?`}
        description={`What is left goes to its members in proportion to the ${pointName} that each has given. It cannot be undone.`}
        confirmLabel="Dissolve"
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
