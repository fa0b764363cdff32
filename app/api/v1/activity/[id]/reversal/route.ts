import {
  getReversalPreview,
  postReversal,
  toPreviewResource,
  toReversalResource,
} from "@/lib/api/contracts/reversals";
import { route } from "@/lib/api/route";
import { previewReversal, reverseEntry } from "@/lib/flows/reverse-entry";

export const POST = route(postReversal, async ({ ctx, params, body }) =>
  toReversalResource(await reverseEntry(ctx, params.id, body)),
);

export const GET = route(getReversalPreview, async ({ ctx, params }) =>
  toPreviewResource(await previewReversal(ctx, params.id)),
);
