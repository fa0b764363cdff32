import { postReturnPreview, toReturnPreviewResource } from "@/lib/api/contracts/reversals";
import { route } from "@/lib/api/route";
import { previewReturn } from "@/lib/flows/post-events";

export const POST = route(postReturnPreview, async ({ ctx, body }) =>
  toReturnPreviewResource(await previewReturn(ctx, body)),
);
