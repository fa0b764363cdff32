import "server-only";
import type { MemberCtx } from "@/lib/auth/context";
import { write } from "@/lib/write";

/**
 * A member has seen their messages up to now: none of them is new any more.
 * @returns how many were
 */
export async function readMessages(ctx: MemberCtx): Promise<{ read: number }> {
  const { memberId } = ctx.actor;
  return write(ctx, { permission: null, request: { messages: "read" } }, async (tx) => {
    const { count } = await tx.message.updateMany({
      where: { programId: ctx.programId, memberId, readAt: null },
      data: { readAt: ctx.clock.now() },
    });
    return { read: count };
  });
}
