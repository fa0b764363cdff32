import { listHolds as listContract, postHold, toHoldPage, toHoldResource } from "@/lib/api/contracts/holds";
import { route } from "@/lib/api/route";
import { listHolds, placeHold } from "@/lib/wallet";

export const POST = route(postHold, async ({ ctx, params, body }) =>
  toHoldResource(await placeHold(ctx, params.id, body)),
);

export const GET = route(listContract, async ({ ctx, params, query }) =>
  toHoldPage(await listHolds(ctx, params.id, query)),
);
