import { releaseHold as releaseContract, toHoldResource } from "@/lib/api/contracts/holds";
import { route } from "@/lib/api/route";
import { releaseHold } from "@/lib/wallet";

export const POST = route(releaseContract, async ({ ctx, params }) =>
  toHoldResource(await releaseHold(ctx, params.id)),
);
