import { createPool, listPools, toPoolResource, toPoolSummary } from "@/lib/api/contracts/pools";
import { route } from "@/lib/api/route";
import { createPool as create, listPools as list, readPool } from "@/lib/pools";

export const POST = route(createPool, async ({ ctx, body: { ownerId, ...input } }) => {
  const { poolId } = await create(ctx, ownerId, input);
  // Whoever may found a pool sees what they founded, as its owner does.
  return toPoolResource(await readPool({ ...ctx, actor: { kind: "member", memberId: ownerId } }, poolId));
});

export const GET = route(listPools, async ({ ctx, query }) => {
  const { items, nextCursor } = await list(ctx, query);
  return { items: items.map(toPoolSummary), nextCursor };
});
