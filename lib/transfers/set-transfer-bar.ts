import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { readMember } from "@/lib/members";
import { write } from "@/lib/write";
import type { BarInput, TransferBar } from "./schema";

/**
 * The program forbids a member to send points, to receive them, or both; or allows it again. Points that are on
 * their way still arrive.
 * @throws Forbidden, NotFound
 */
export async function setTransferBar(ctx: Ctx, memberId: string, bar: BarInput): Promise<TransferBar> {
  const { sending, receiving, reason } = bar;
  return write(ctx, { permission: "members:write", request: { memberId, ...bar } }, async (tx) => {
    await readMember({ ...ctx, tx, actor: { kind: "member", memberId } }, memberId);
    const key = { programId: ctx.programId, memberId };
    const isBarred = sending || receiving;
    if (isBarred) {
      const row = { sending, receiving, reason, createdAt: ctx.clock.now() };
      await tx.transferBar.upsert({
        where: { programId_memberId: key },
        create: { ...key, ...row },
        update: row,
      });
    } else await tx.transferBar.deleteMany({ where: key });
    await recordAudit(tx, ctx, {
      action: isBarred ? "transfers.barred" : "transfers.allowed",
      target: toTypeId("mem", memberId),
      detail: { sending, receiving },
    });
    return { sending, receiving, reason: isBarred ? reason : null };
  });
}
