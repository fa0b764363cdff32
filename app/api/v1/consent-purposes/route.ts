import { listPurposes, putPurposes } from "@/lib/api/contracts/privacy";
import { route } from "@/lib/api/route";
import { readPurposes, setPurposes } from "@/lib/consents";

export const GET = route(listPurposes, async ({ ctx }) => ({
  items: [...(await readPurposes(ctx.programId))],
}));

export const PUT = route(putPurposes, async ({ ctx, body }) => ({
  items: [...(await setPurposes(ctx, body.items))],
}));
