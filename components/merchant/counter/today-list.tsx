"use client";

import { BadgeCheck, ClipboardList, Gift, type LucideIcon, ShoppingBag, Undo2 } from "lucide-react";
import { useState } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { formatTime } from "@/components/ui/format";
import { IconButton } from "@/components/ui/icon-button";
import type { CounterActionDto } from "@/lib/flows/serve-at-counter/schema";
import { doneInWords } from "./today-words";

const ICONS: Record<CounterActionDto["kind"], LucideIcon> = {
  earned: ShoppingBag,
  redeemed: Gift,
  voucher_used: BadgeCheck,
};
/** So many are in sight below the scanner; the others come when they are asked for. */
const SHOWN = 4;

/** What whoever is signed in did at the counter today, each with the way back where there is one. */
export function TodayList({
  done,
  onOpen,
  onTakeBack,
}: {
  done: readonly CounterActionDto[];
  onOpen: (memberId: string) => void;
  /** Rejects with a sentence for the person on screen. */
  onTakeBack: (actionId: string) => Promise<void>;
}) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? done : done.slice(0, SHOWN);
  return (
    <section aria-labelledby="today" className="flex flex-col gap-2">
      <h2 id="today" className="font-semibold text-md">
        Today, by you
      </h2>
      {done.length === 0 && (
        <EmptyState title="Nothing yet today" icon={<ClipboardList aria-hidden="true" />}>
          What you do here is listed, so that you can look it up and take a mistake back.
        </EmptyState>
      )}
      {done.length > 0 && (
        <ul className="overflow-hidden rounded-lg border bg-surface">
          {shown.map((each) => (
            <DoneRow key={each.actionId} each={each} onOpen={onOpen} onTakeBack={onTakeBack} />
          ))}
        </ul>
      )}
      {done.length > SHOWN && (
        <Button
          variant="ghost"
          className="min-h-11 justify-center"
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? "Show fewer" : `Show all ${done.length}`}
        </Button>
      )}
    </section>
  );
}

function DoneRow({
  each,
  onOpen,
  onTakeBack,
}: {
  each: CounterActionDto;
  onOpen: (memberId: string) => void;
  onTakeBack: (actionId: string) => Promise<void>;
}) {
  const { program } = usePortal();
  const { actionId, kind, at, memberId, memberName, isUndone, canUndo } = each;
  const Icon = ICONS[kind];
  const { title, note, undoing } = doneInWords(each, program);
  return (
    <li className="flex min-h-14 items-center gap-1 border-t ps-3.5 pe-1.5 first:border-t-0">
      <Icon aria-hidden="true" className="size-4.5 shrink-0 text-ink-3" />
      <button
        type="button"
        onClick={() => onOpen(memberId)}
        className="min-w-0 flex-1 rounded-md px-2 py-2 text-start hover:bg-hover"
      >
        <span className={classNames("block break-words font-medium", isUndone && "text-ink-3 line-through")}>
          {title}
        </span>
        <span className="block break-words text-ink-3 text-sm">
          {isUndone && "Taken back · "}
          {memberName} · {formatTime(new Date(at), "time", program)}
          {note !== null && ` · ${note}`}
        </span>
      </button>
      {canUndo && (
        <ConfirmDialog
          trigger={
            <IconButton label={`Take back: ${title}, ${memberName}`} icon={<Undo2 />} className="size-11" />
          }
          title="Take it back?"
          description={undoing}
          confirmLabel="Take it back"
          onConfirm={() => onTakeBack(actionId)}
        />
      )}
    </li>
  );
}
