"use client";

import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { formatNumber, formatSigned } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { VoucherDto } from "@/lib/benefits/schema";
import type { News } from "./use-counter";

/** What was just done for the member, with the way back. */
export function NewsPanel({
  news,
  pending,
  onUndo,
  onVoucher,
}: {
  news: News;
  pending: boolean;
  onUndo: (news: Extract<News, { kind: "earned" }>) => void;
  onVoucher: (voucher: VoucherDto) => void;
}) {
  const { program } = usePortal();
  if (news.kind === "undone") return <Notice tone="good">The purchase is taken back.</Notice>;
  if (news.kind === "redeemed") {
    const { redemption, voucher } = news.redeemed;
    return (
      <Notice tone="good">
        <p className="font-semibold">
          {redemption.reward.name} for {formatNumber(redemption.points, program.locale)} {program.pointName}
        </p>
        {redemption.state === "reserved" && <p>It is ordered; the member sees how far it is.</p>}
        {voucher && (
          <Button className="mt-3 min-h-11" onClick={() => onVoucher(voucher)}>
            Use the voucher now
          </Button>
        )}
      </Notice>
    );
  }
  const { isPosted, points, explanation } = news.earned;
  if (!isPosted) {
    return <Notice tone="good">The purchase is taken in; its {program.pointName} come in a moment.</Notice>;
  }
  return (
    <Notice tone="good">
      <p className="font-semibold text-lg">
        {formatSigned(points, program.locale)} {program.pointName}
      </p>
      <ul className="mt-1 flex flex-col gap-0.5 text-sm">
        {explanation.map((line) => (
          <li key={line.title}>
            {line.title}: {line.reason}
          </li>
        ))}
      </ul>
      <Button className="mt-3 min-h-11" pending={pending} onClick={() => onUndo(news)}>
        Take it back
      </Button>
    </Notice>
  );
}
