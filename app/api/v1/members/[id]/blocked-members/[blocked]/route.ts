import { deleteBlockedMember, putBlockedMember, toBlockedMember } from "@/lib/api/contracts/transfers";
import { route } from "@/lib/api/route";
import { toTypeId } from "@/lib/core/ids";
import { blockMember, unblockMember } from "@/lib/transfers";

export const PUT = route(putBlockedMember, async ({ ctx, params }) =>
  toBlockedMember(await blockMember(ctx, params.id, { id: params.blocked })),
);

export const DELETE = route(deleteBlockedMember, async ({ ctx, params }) => {
  const { memberId } = await unblockMember(ctx, params.id, params.blocked);
  return { id: toTypeId("mem", memberId) };
});
