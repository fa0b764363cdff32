import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { readMember } from "@/lib/members";
import type { RedemptionRow } from "./row";
import { partnerLearns, type Recipient } from "./schema";

/**
 * Whom a redemption is for, as whoever fulfils it outside of the program needs to know: while it is to be fulfilled, and
 * where no address says it already.
 * @throws NotFound
 */
export async function readRecipient(
  ctx: Ctx,
  { state, memberId, delivery, reward }: RedemptionRow,
): Promise<Recipient | null> {
  const learns = partnerLearns(reward.kind);
  if (state !== "reserved" || delivery !== null || learns === null) return null;
  const { name, email } = await readMember({ ...ctx, actor: { kind: "member", memberId } }, memberId);
  return { name, email: learns === "email" ? email : null };
}
