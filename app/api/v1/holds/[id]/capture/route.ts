import { captureHold as captureContract, toCaptureResource } from "@/lib/api/contracts/holds";
import { route } from "@/lib/api/route";
import { captureHold } from "@/lib/wallet";

export const POST = route(captureContract, async ({ ctx, params, body }) =>
  toCaptureResource(await captureHold(ctx, params.id, body)),
);
