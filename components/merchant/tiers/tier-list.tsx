"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatNumber } from "@/components/ui/format";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import type { TierDto } from "@/lib/tiers/schema";
import { type TierActions, TierDialog } from "./tier-dialog";

/** The tiers, the highest first, as a ladder is drawn; each can be moved, renamed and, when unused, removed. */
export function TierList({ tiers, actions }: { tiers: TierDto[]; actions: TierActions }) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  const codes = tiers.map(({ code }) => code);

  function move(code: string, by: 1 | -1) {
    const from = codes.indexOf(code);
    const other = codes[from + by];
    if (other === undefined) return;
    const next = codes.map((known) => (known === code ? other : known === other ? code : known));
    start(async () => {
      const result = await actions.order({ program: program.slug, codes: next });
      if (!result.ok) toast.failure(result.error.message);
      router.refresh();
    });
  }

  async function remove(code: string) {
    const result = await actions.remove({ program: program.slug, code });
    if (!result.ok) throw new Error(result.error.message);
    toast.success("The tier is removed");
    router.refresh();
  }

  return (
    <ol className="divide-y border-t">
      {tiers.toReversed().map((tier) => (
        <li key={tier.code} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4.5 py-3">
          <span className="w-6 text-ink-3 tabular-nums">{tier.rank}</span>
          <span className="min-w-32 flex-1">
            <span className="block break-words font-medium">{tier.name}</span>
            <span className="font-mono text-ink-3 text-xs">{tier.code}</span>
          </span>
          <span className="text-ink-2 text-sm">
            {formatNumber(tier.members, program.locale)} {tier.members === 1 ? "member" : "members"}
          </span>
          <span className="flex items-center gap-1">
            <IconButton
              label={`Move ${tier.name} up`}
              icon={<ArrowUp aria-hidden="true" />}
              disabled={pending || tier.rank === tiers.length}
              onClick={() => move(tier.code, 1)}
            />
            <IconButton
              label={`Move ${tier.name} down`}
              icon={<ArrowDown aria-hidden="true" />}
              disabled={pending || tier.rank === 1}
              onClick={() => move(tier.code, -1)}
            />
            <TierDialog
              tier={tier}
              actions={actions}
              trigger={
                <Button size="sm" variant="ghost" aria-label={`Rename ${tier.name}`}>
                  Rename
                </Button>
              }
            />
            <ConfirmDialog
              trigger={
                <Button size="sm" variant="danger" aria-label={`Remove ${tier.name}`}>
                  Remove
                </Button>
              }
              title={`Remove ${tier.name}?`}
              description="That is possible while nobody has it and neither a running campaign nor a reward names it."
              confirmLabel="Remove tier"
              confirmVariant="danger"
              onConfirm={() => remove(tier.code)}
            />
          </span>
        </li>
      ))}
    </ol>
  );
}
