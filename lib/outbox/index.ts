import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { newId } from "@/lib/core/ids";
import type { Prisma, SqlTx } from "@/lib/db";
import { insertMessage } from "./sql";

/** Says that something happened, inside the transaction that makes it happen. Consumers read it after commit. */
export async function emit(
  tx: SqlTx,
  { programId, clock }: Pick<Ctx, "programId" | "clock">,
  topic: string,
  payload: Prisma.InputJsonObject,
): Promise<void> {
  await insertMessage(tx, {
    programId,
    outboxId: newId(),
    topic,
    payload: JSON.stringify(payload),
    createdAt: clock.now(),
  });
}
