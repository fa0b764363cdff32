import { previewTransfer, toTransferPreview } from "@/lib/api/contracts/transfers";
import { route } from "@/lib/api/route";
import { previewTransfer as preview } from "@/lib/transfers";

export const POST = route(previewTransfer, async ({ ctx, body: { from, ...request } }) =>
  toTransferPreview(await preview(ctx, from, request)),
);
