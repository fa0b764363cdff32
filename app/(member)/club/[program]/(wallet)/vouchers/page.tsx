import { Ticket } from "lucide-react";
import type { Metadata } from "next";
import { PastVouchers, VoucherList } from "@/components/member/benefits/voucher-list";
import { WalletSection } from "@/components/member/wallet-section";
import { EmptyState } from "@/components/ui/empty-state";
import { requireMember } from "@/lib/auth/session";
import { listVouchers } from "@/lib/benefits";
import { readMember } from "@/lib/members";

export const metadata: Metadata = { title: "Vouchers" };

/** As many as anybody has at once; of those that are over, the latest. */
const USABLE = 100;
const OVER = 50;

/** The member's vouchers: those that can be used with their codes, then what became of the others. */
export default async function VouchersPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program, memberId } = await requireMember((await params).program);
  const [member, usable, latest] = await Promise.all([
    readMember(ctx, memberId),
    listVouchers(ctx, memberId, { state: "issued", limit: USABLE }),
    listVouchers(ctx, memberId, { limit: OVER }),
  ]);
  const formats = { locale: member.locale ?? program.locale, timeZone: program.timeZone };
  const over = latest.items.filter(({ state }) => state !== "issued");
  return (
    <div className="mx-auto max-w-xl">
      <h1 className="text-2xl">Vouchers</h1>
      <p className="mt-1 text-pretty text-base text-ink-2">
        Tap a code to show it at the till, or read it out. Each can be used once.
      </p>
      {usable.items.length === 0 ? (
        <EmptyState title="No vouchers at the moment" icon={<Ticket aria-hidden="true" />}>
          When an offer gives you one, it is here with its code.
        </EmptyState>
      ) : (
        <WalletSection title="To use" className="mt-6">
          <VoucherList vouchers={usable.items} formats={formats} />
        </WalletSection>
      )}
      {over.length > 0 && (
        <WalletSection title="Used and over" className="mt-8">
          <PastVouchers vouchers={over} formats={formats} />
        </WalletSection>
      )}
    </div>
  );
}
