"use client";

import {
  BadgePercent,
  BookOpen,
  GraduationCap,
  HeartHandshake,
  type LucideIcon,
  Package,
  Ticket,
  Tickets,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Notice } from "@/components/ui/notice";
import type { RewardKind } from "@/lib/rewards/schema";
import { KIND_WORDS } from "./reward-words";
import type { CreateReward } from "./server-actions";

const ICONS: Record<RewardKind, LucideIcon> = {
  generated_voucher: Ticket,
  pool_voucher: Tickets,
  cash_discount: BadgePercent,
  physical: Package,
  digital: BookOpen,
  service: GraduationCap,
  donation: HeartHandshake,
};
const KINDS = Object.keys(ICONS) as RewardKind[];

/** What a reward can be; choosing one makes a draft and opens it. */
export function KindGallery({
  create,
  home,
  kinds = KINDS,
  texts = {},
}: {
  create: CreateReward;
  /** Address that rewards are below. */
  home: string;
  kinds?: readonly RewardKind[];
  /** What some are, in other words than usual. */
  texts?: Partial<Record<RewardKind, string>>;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, start] = useTransition();

  const choose = (kind: RewardKind) =>
    start(async () => {
      setFailure(null);
      const result = await create({ program: program.slug, kind, name: KIND_WORDS[kind].example });
      if (result.ok) router.push(`${home}/${result.data.id}`);
      else setFailure(result.error.message);
    });

  return (
    <>
      {failure && (
        <Notice tone="bad" className="mb-4">
          {failure}
        </Notice>
      )}
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {kinds.map((kind) => {
          const Icon = ICONS[kind];
          const { label, text, example } = KIND_WORDS[kind];
          return (
            <li key={kind}>
              <button
                type="button"
                disabled={pending}
                onClick={() => choose(kind)}
                className="flex h-full w-full items-start gap-3.5 rounded-lg border bg-surface p-4 text-start transition-colors duration-120 enabled:hover:border-line-strong enabled:hover:bg-hover/60 disabled:opacity-60"
              >
                <span className="flex size-10 shrink-0 items-center justify-center rounded-md border bg-sunken text-ink-2">
                  <Icon aria-hidden="true" className="size-5" />
                </span>
                <span className="min-w-0">
                  <span className="block font-semibold text-md">{label}</span>
                  <span className="mt-0.5 block text-pretty text-ink-2 text-sm">{texts[kind] ?? text}</span>
                  <span className="mt-1.5 block text-ink-3 text-sm">“{example}”</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
