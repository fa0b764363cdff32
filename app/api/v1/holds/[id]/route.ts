import { getHold, toHoldResource } from "@/lib/api/contracts/holds";
import { route } from "@/lib/api/route";
import { readHold } from "@/lib/wallet";

export const GET = route(getHold, async ({ ctx, params }) => toHoldResource(await readHold(ctx, params.id)));
