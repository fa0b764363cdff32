"use client";

import { useState } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { RewardOffer } from "@/lib/rewards/schema";
import type { CounterMember } from "./counter-actions";

/** Chooses one of the rewards that the member can have now, and asks once more. */
export function RedeemDialog({
  member,
  pending,
  failure,
  onRedeem,
}: {
  member: CounterMember;
  pending: boolean;
  failure: string | null;
  /** @returns whether it is done */
  onRedeem: (reward: RewardOffer) => Promise<boolean>;
}) {
  const { program } = usePortal();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<RewardOffer | null>(null);
  const points = (value: number) => `${formatNumber(value, program.locale)} ${program.pointName}`;
  const price = chosen?.price?.points ?? 0;

  function change(next: boolean) {
    setOpen(next);
    setChosen(null);
  }

  return (
    <Dialog
      shape="reach"
      open={open}
      onOpenChange={change}
      trigger={
        <Button size="lg" className="h-14 flex-1 justify-center text-md">
          Redeem
        </Button>
      }
      title={chosen === null ? "What would they like?" : chosen.name}
      description={
        chosen === null
          ? `${member.name} has ${points(member.available)}.`
          : `${points(price)}; ${points(member.available - price)} remain.`
      }
      footer={
        chosen && (
          <>
            <Button size="lg" className="h-12" onClick={() => setChosen(null)}>
              Back
            </Button>
            <Button
              variant="primary"
              size="lg"
              className="h-12 flex-1 justify-center"
              pending={pending}
              onClick={async () => {
                if (await onRedeem(chosen)) change(false);
              }}
            >
              Redeem for {points(price)}
            </Button>
          </>
        )
      }
    >
      {failure && (
        <Notice tone="bad" className="mb-3">
          {failure}
        </Notice>
      )}
      {chosen === null &&
        (member.rewards.length === 0 ? (
          <EmptyState title="Nothing to redeem yet">
            No reward in the catalogue is within reach of {points(member.available)}.
          </EmptyState>
        ) : (
          <ul className="flex flex-col gap-2">
            {member.rewards.map((reward) => (
              <li key={reward.id}>
                <button
                  type="button"
                  onClick={() => setChosen(reward)}
                  className="flex min-h-14 w-full items-center justify-between gap-4 rounded-lg border bg-surface px-4 py-2 text-start hover:bg-hover"
                >
                  <span className="min-w-0 break-words font-medium">{reward.name}</span>
                  <span className="shrink-0 text-ink-2 tabular-nums">
                    {formatNumber(reward.price?.points ?? 0, program.locale)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        ))}
      {chosen?.summary && <p className="text-ink-2">{chosen.summary}</p>}
    </Dialog>
  );
}
