import "server-only";
import type { Ctx } from "@/lib/auth/context";
import type { Tx } from "@/lib/db";
import { CodeOver } from "./errors";

/**
 * Uses a code up, in the transaction that does what it was for: of several at the same time one succeeds. What had been
 * asked for is forgotten.
 * @throws CodeOver
 */
export async function useCode(tx: Tx, ctx: Ctx, codeId: string): Promise<void> {
  const { count } = await tx.emailCode.updateMany({
    where: { programId: ctx.programId, codeId, usedAt: null },
    data: { usedAt: ctx.clock.now(), request: {} },
  });
  if (count === 0) throw new CodeOver();
}
