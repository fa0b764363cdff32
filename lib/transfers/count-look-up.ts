import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { countLookUp } from "@/lib/auth/sign-in-limits";
import type { MemberContact } from "@/lib/members/schema";

/**
 * Counts a member's look-up of another one by card number or address.
 * @throws TooManyRequests
 */
export async function countLookUpOf({ actor }: Ctx, contact: MemberContact): Promise<void> {
  if (actor.kind === "member" && !("id" in contact)) await countLookUp(actor.memberId);
}
