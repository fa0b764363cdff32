"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { StateChip } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { PointsDelta } from "@/components/ui/figures";
import { type Formats, formatDay, formatNumber } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AdjustmentDto } from "@/lib/adjustments/schema";
import type { Decide, Withdraw } from "./adjustment-actions";
import { nameOf, STATE_WORDS } from "./adjustment-words";
import { DecideDialog } from "./decide-dialog";
import { EffectOnBalance } from "./effect-on-balance";

/** An adjustment on screen; `id` and `member` are TypeIDs. */
export type AdjustmentItem = AdjustmentDto & { id: string; member: string };

type Viewer = { ref: string; mayApprove: boolean };
type Actions = { approve: Decide; reject: Decide; withdraw: Withdraw };

/** Adjustments with who asked, why, what they do, and what the viewer can do about them. */
export function AdjustmentList({
  items,
  program,
  formats,
  viewer,
  actions,
}: {
  items: AdjustmentItem[];
  /** Slug */
  program: string;
  formats: Formats;
  viewer: Viewer;
  actions: Actions;
}) {
  return (
    <ul className="divide-y">
      {items.map((item) => (
        <li key={item.id} className="flex flex-wrap items-start gap-x-6 gap-y-3 px-4.5 py-4">
          <div className="min-w-0 flex-1 basis-72">
            <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
              <PointsDelta points={item.points} locale={formats.locale} className="text-md" />
              <span className="text-ink-2">{item.pointType.name} for</span>
              <Link
                href={`/p/${program}/members/${item.member}`}
                className="font-medium underline-offset-2 hover:underline"
              >
                {item.memberName}
              </Link>
              {item.state !== "pending" && (
                <StateChip tone={STATE_WORDS[item.state].tone}>{STATE_WORDS[item.state].label}</StateChip>
              )}
            </p>
            <p className="mt-1 text-pretty">{item.reason}</p>
            {item.note && <p className="mt-0.5 text-ink-2 text-sm">Note: {item.note}</p>}
            <p className="mt-1.5 text-ink-3 text-xs">
              Asked by {nameOf(item.requestedBy)} <RelativeTime at={item.requestedAt} formats={formats} />
              {item.expiresOn && ` · usable until ${formatDay(item.expiresOn, "date", formats.locale)}`}
            </p>
            {item.decidedBy && item.decidedAt && (
              <p className="mt-0.5 text-ink-3 text-xs">
                {STATE_WORDS[item.state].label} by {nameOf(item.decidedBy)}{" "}
                <RelativeTime at={item.decidedAt} formats={formats} />
                {item.decisionNote && <>: “{item.decisionNote}”</>}
              </p>
            )}
            {item.before.count > 0 && (
              <p className="mt-0.5 text-ink-3 text-xs">
                With {item.before.count === 1 ? "one other" : `${item.before.count} others`} by the same
                person in the 24 hours before it comes to{" "}
                {formatNumber(item.before.points + Math.abs(item.points), formats.locale)} points
              </p>
            )}
            {!item.needsApproval && <p className="mt-0.5 text-ink-3 text-xs">Below the threshold</p>}
          </div>
          {item.balance !== null && (
            <div className="flex flex-col gap-2.5 sm:items-end">
              <p className="text-ink-2 text-sm">
                <EffectOnBalance balance={item.balance} points={item.points} locale={formats.locale} />
              </p>
              <Choices
                item={item}
                program={program}
                locale={formats.locale}
                viewer={viewer}
                actions={actions}
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Choices({
  item,
  program,
  locale,
  viewer,
  actions,
}: {
  item: AdjustmentItem;
  program: string;
  locale: string;
  viewer: Viewer;
  actions: Actions;
}) {
  const router = useRouter();
  if (item.requestedBy.ref === viewer.ref) {
    return (
      <ConfirmDialog
        trigger={<Button size="sm">Withdraw</Button>}
        title="Withdraw this adjustment?"
        description="No points move. You can ask for it again."
        confirmLabel="Withdraw"
        cancelLabel="Keep"
        onConfirm={async () => {
          const result = await actions.withdraw({ program, adjustmentId: item.id });
          if (!result.ok) throw new Error(result.error.message);
          router.refresh();
        }}
      />
    );
  }
  if (!viewer.mayApprove) return null;
  const title = `${item.points > 0 ? "Points for" : "Points from"} ${item.memberName}`;
  const about = (
    <div className="rounded-md bg-sunken px-3.5 py-2.5">
      <p>
        <PointsDelta points={item.points} locale={locale} /> {item.pointType.name}: {item.reason}
      </p>
      <p className="mt-1 text-ink-2 text-sm">
        <EffectOnBalance balance={item.balance ?? 0} points={item.points} locale={locale} />
      </p>
    </div>
  );
  return (
    <div className="flex gap-2">
      <DecideDialog
        verdict="reject"
        title={title}
        decide={(input) => actions.reject({ ...input, adjustmentId: item.id })}
      >
        {about}
      </DecideDialog>
      <DecideDialog
        verdict="approve"
        title={title}
        decide={(input) => actions.approve({ ...input, adjustmentId: item.id })}
      >
        {about}
      </DecideDialog>
    </div>
  );
}
