import { getEndingPreview } from "@/lib/api/contracts/redemptions";
import { route } from "@/lib/api/route";
import { previewEnding } from "@/lib/flows/redeem";

export const GET = route(getEndingPreview, async ({ ctx, params, query }) =>
  previewEnding(ctx, params.id, query.command),
);
