import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { can, requirePermission } from "@/lib/auth/permissions";
import { examineVoucher } from "@/lib/benefits";
import type { VoucherCheck } from "@/lib/benefits/schema";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { findMembers, findMembersByKeys } from "@/lib/members";

/** As many as a cashier reads through; whoever means somebody else types more of the name. */
const MAX_CHOICES = 8;

export type CounterFind =
  | { kind: "member"; memberId: string }
  | { kind: "members"; members: { memberId: string; name: string; cardNumber: string }[] }
  | { kind: "voucher"; check: VoucherCheck }
  | { kind: "nothing" };

/**
 * What a code that was scanned, or what somebody typed, stands for at the counter: a member by card, number or
 * address; a voucher, with what it is good for; or members by their name.
 * @param store code of the store that the counter is in, for vouchers of certain stores
 * @throws Forbidden
 */
export async function identify(ctx: Ctx, text: string, store: string | undefined): Promise<CounterFind> {
  requirePermission(ctx, "members:read");
  const tx = ctx.tx ?? db();
  const known = (await findMembersByKeys(tx, ctx.programId, [text])).get(text);
  if (known !== undefined) return { kind: "member", memberId: known.memberId };
  if (can(ctx.actor, "vouchers:use")) {
    const check = await examineVoucher(ctx, text, store).catch((error: unknown) => {
      if (error instanceof NotFound) return null;
      throw error;
    });
    if (check !== null) return { kind: "voucher", check };
  }
  const { items } = await findMembers(ctx, { q: text, limit: MAX_CHOICES });
  const [only] = items;
  if (only === undefined) return { kind: "nothing" };
  if (items.length === 1) return { kind: "member", memberId: only.memberId };
  return {
    kind: "members",
    members: items.map(({ memberId, name, cardNumber }) => ({ memberId, name, cardNumber })),
  };
}
