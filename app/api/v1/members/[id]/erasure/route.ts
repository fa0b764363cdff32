import { deleteErasure, getErasure, postErasure, toErasureResource } from "@/lib/api/contracts/privacy";
import { route } from "@/lib/api/route";
import { NotFound } from "@/lib/core/errors";
import { readErasure, requestErasure, withdrawErasure } from "@/lib/privacy";

export const POST = route(postErasure, async ({ ctx, params, body }) =>
  toErasureResource(await requestErasure(ctx, params.id, body)),
);

export const GET = route(getErasure, async ({ ctx, params }) => {
  const erasure = await readErasure(ctx, params.id);
  if (erasure === null) throw new NotFound("erasure");
  return toErasureResource(erasure);
});

export const DELETE = route(deleteErasure, async ({ ctx, params }) =>
  toErasureResource(await withdrawErasure(ctx, params.id)),
);
