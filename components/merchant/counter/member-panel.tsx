"use client";

import { Ticket as TicketIcon } from "lucide-react";
import type { ReactNode } from "react";
import { groupCardNumber } from "@/components/merchant/members/member-words";
import { usePortal } from "@/components/merchant/portal-context";
import { formatDay, formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { VoucherDto } from "@/lib/benefits/schema";
import type { CounterMember } from "./counter-actions";

/** Who stands at the counter, what they have, and what can be done for them. */
export function MemberPanel({
  member,
  news,
  actions,
  onVoucher,
}: {
  member: CounterMember;
  /** What was just done. */
  news: ReactNode;
  actions: ReactNode;
  onVoucher: (voucher: VoucherDto) => void;
}) {
  const { program } = usePortal();
  return (
    <section aria-label="Member" className="flex flex-col gap-4">
      <div className="rounded-xl border bg-surface p-5">
        <div className="flex items-start justify-between gap-4">
          <div className="min-w-0">
            <h2 className="break-words font-semibold text-xl">{member.name}</h2>
            <p className="font-mono text-ink-3 text-sm">{groupCardNumber(member.cardNumber)}</p>
          </div>
          {member.tier && (
            <p className="shrink-0 rounded-md bg-sunken px-2.5 py-1 font-medium">{member.tier}</p>
          )}
        </div>
        <p className="mt-4 font-semibold text-display tabular-nums tracking-tight">
          {formatNumber(member.available, program.locale)}
        </p>
        <p className="text-ink-2">
          {program.pointName}
          {member.pending > 0 && `, ${formatNumber(member.pending, program.locale)} more to come`}
        </p>
      </div>
      {member.status !== "active" && (
        <Notice tone="warn">
          {member.status === "blocked"
            ? "This member is blocked: nothing can be earned or redeemed."
            : "This member has left the club."}
        </Notice>
      )}
      <div aria-live="polite" className="empty:-mb-4">
        {news}
      </div>
      {member.status === "active" && (
        <div className="sticky bottom-20 z-10 -mx-4 flex gap-3 bg-paper px-4 py-3 sm:static sm:mx-0 sm:p-0">
          {actions}
        </div>
      )}
      {member.vouchers.length > 0 && (
        <div>
          <h3 className="mb-2 font-semibold">Vouchers</h3>
          <ul className="flex flex-col gap-2">
            {member.vouchers.map((voucher) => (
              <li key={voucher.voucherId}>
                <button
                  type="button"
                  onClick={() => onVoucher(voucher)}
                  className="flex min-h-14 w-full items-center gap-3 rounded-lg border bg-surface px-4 py-2 text-start hover:bg-hover"
                >
                  <TicketIcon aria-hidden="true" className="size-5 shrink-0 text-accent" />
                  <span className="min-w-0 flex-1">
                    <span className="block break-words font-medium">{voucher.name}</span>
                    {voucher.expiresOn && (
                      <span className="block text-ink-3 text-xs">
                        until {formatDay(voucher.expiresOn, "date", program.locale)}
                      </span>
                    )}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
