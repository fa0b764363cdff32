import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { newId } from "@/lib/core/ids";
import type { Prisma, Tx } from "@/lib/db";

/** Says that something happened, inside the transaction that makes it happen. Consumers read it after commit. */
export async function emit(
  tx: Tx,
  ctx: Pick<Ctx, "programId" | "clock">,
  topic: string,
  payload: Prisma.InputJsonObject,
): Promise<void> {
  await tx.outbox.create({
    data: { programId: ctx.programId, outboxId: newId(), topic, payload, createdAt: ctx.clock.now() },
  });
}
