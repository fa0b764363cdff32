import { inviteToPool } from "@/lib/api/contracts/pools";
import { route } from "@/lib/api/route";
import { toTypeId } from "@/lib/core/ids";
import { inviteToPool as invite } from "@/lib/pools";

export const POST = route(inviteToPool, async ({ ctx, params, body }) => {
  const { memberId, name } = await invite(ctx, params.id, body);
  return { memberId: toTypeId("mem", memberId), name };
});
