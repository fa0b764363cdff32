"use client";

import { Check, Clock, MapPin, X } from "lucide-react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { formatMoney } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { VoucherCheck } from "@/lib/benefits/schema";
import { VERDICT_WORDS, verdictAt, verdictInWords } from "./voucher-words";

const ICONS = {
  valid: Check,
  wrong_store: MapPin,
  which_store: MapPin,
  used: X,
  expired: Clock,
  withdrawn: X,
} as const;
const GROUNDS = {
  good: "bg-good-soft text-good-ink",
  warn: "bg-warn-soft text-warn-ink",
  bad: "bg-bad-soft text-bad-ink",
} as const;

/** What a voucher is good for, large enough to read at arm's length, and the button that uses it. */
export function VoucherPanel({
  check,
  store,
  justUsed,
  pending,
  failure,
  onUse,
  onGiveBack,
}: {
  check: VoucherCheck;
  /** Where the device stands; empty while nobody has said. */
  store: string;
  /** Whether it was used here a moment ago, so that a mistake can be taken back. */
  justUsed: boolean;
  pending: boolean;
  failure: string | null;
  onUse: () => void;
  onGiveBack: () => void;
}) {
  const { program } = usePortal();
  const { voucher } = check;
  const verdict = verdictAt(check, store);
  const { title, tone } = justUsed ? { title: "Taken", tone: "good" as const } : VERDICT_WORDS[verdict];
  const Icon = justUsed ? Check : ICONS[verdict];
  return (
    <section aria-label="Voucher" className="flex flex-col gap-4">
      <div
        role="status"
        className={`flex flex-col items-center gap-2 rounded-xl px-4 py-8 text-center ${GROUNDS[tone]}`}
      >
        <Icon aria-hidden="true" className="size-12" />
        <p className="font-semibold text-2xl">{title}</p>
        <p>{justUsed ? "It cannot be used again." : verdictInWords(verdict, voucher, program)}</p>
      </div>
      <div className="text-center">
        <h2 className="break-words font-semibold text-xl">{voucher.name}</h2>
        {voucher.valueMinor !== null && (
          <p className="text-lg">{formatMoney(voucher.valueMinor, program.currency, program.locale)} off</p>
        )}
        <p className="break-all font-mono text-ink-3 text-sm">{voucher.code}</p>
      </div>
      {failure && <Notice tone="bad">{failure}</Notice>}
      {verdict === "valid" && !justUsed && (
        <Button
          variant="primary"
          size="lg"
          className="h-14 w-full justify-center text-md"
          pending={pending}
          onClick={onUse}
        >
          Use it now
        </Button>
      )}
      {justUsed && (
        <Button size="lg" className="h-12 w-full justify-center" pending={pending} onClick={onGiveBack}>
          That was a mistake: take it back
        </Button>
      )}
    </section>
  );
}
