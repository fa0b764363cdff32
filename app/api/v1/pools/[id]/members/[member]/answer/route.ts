import { answerPoolInvitation } from "@/lib/api/contracts/pools";
import { route } from "@/lib/api/route";
import { toTypeId } from "@/lib/core/ids";
import { answerInvitation } from "@/lib/pools";

export const POST = route(answerPoolInvitation, async ({ ctx, params, body }) => {
  const { poolId, state } = await answerInvitation(ctx, params.id, { memberId: params.member, ...body });
  return { poolId: toTypeId("pool", poolId), state };
});
