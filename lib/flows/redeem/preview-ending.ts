import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { present } from "@/lib/core/assert";
import { withTx } from "@/lib/db";
import { readPaymentOf, requireReader } from "@/lib/redemptions";
import { disposable, readEntry } from "@/lib/wallet";
import { previewUndoSpend } from "../reverse-entry";
import { lookAtRedemption } from "./at-redemption";

/** What calling a redemption off, or taking it back, would do as things are. */
export type EndingPreview = {
  /** Points that the member can use again. */
  points: number;
  /** What the member could spend afterwards. */
  availableAfter: number;
  /** Restored points whose own last day is over, and their new one. */
  grace: { points: number; until: string } | null;
  /** Money that goes back, in minor units. */
  refundMinor: number;
  /** State of its voucher; null: it has none. */
  voucher: "issued" | "used" | "expired" | "withdrawn" | null;
  /** Whether its stock is counted. */
  isCounted: boolean;
};

/**
 * What ending a redemption would do: giving back what is set aside, or taking back what was fulfilled. It locks and
 * writes nothing.
 * @throws Forbidden, NotFound; RedemptionStateConflict
 */
export async function previewEnding(
  ctx: Ctx,
  redemptionId: string,
  command: "cancel" | "reverse",
): Promise<EndingPreview> {
  if (command === "reverse") requirePermission(ctx, "redemptions:reverse");
  const { programId } = ctx;
  return withTx(ctx, (tx) =>
    lookAtRedemption(tx, ctx, redemptionId, async ({ desk, file }) => {
      const { row } = file;
      requireReader(ctx, row);
      file.require(command);
      const payment = await readPaymentOf(tx, programId, redemptionId);
      const voucher =
        row.voucherId === null
          ? null
          : await tx.voucher.findUniqueOrThrow({
              where: { programId_voucherId: { programId, voucherId: row.voucherId } },
            });
      const { memberId, spendId } = row;
      const preview = {
        refundMinor: payment?.state === "paid" ? payment.amountMinor : 0,
        voucher: voucher?.state ?? null,
        isCounted: row.reward.isCounted,
      };
      if (command === "cancel" || spendId === null) {
        const available = disposable(desk.purseOf(memberId), desk.today);
        const points = command === "cancel" ? row.points : 0;
        return { ...preview, points, availableAfter: available + points, grace: null };
      }
      const entry = present(await readEntry(tx, programId, spendId), "what was spent is kept");
      const { points, availableAfter, grace } = await previewUndoSpend(tx, ctx, desk, entry);
      return { ...preview, points, availableAfter, grace };
    }),
  );
}
