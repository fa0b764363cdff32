import { dissolvePool, previewDissolution, toDissolutionPreview } from "@/lib/api/contracts/pool-movements";
import { route } from "@/lib/api/route";
import { toTypeId } from "@/lib/core/ids";
import { dissolveNow } from "@/lib/flows/pass-points";
import { previewDissolution as preview } from "@/lib/pools";

export const GET = route(previewDissolution, async ({ ctx, params }) =>
  toDissolutionPreview(await preview(ctx, params.id)),
);

export const POST = route(dissolvePool, async ({ ctx, params }) => {
  const { poolId, points } = await dissolveNow(ctx, params.id);
  return { poolId: toTypeId("pool", poolId), points };
});
