import {
  createTransfer,
  listTransfers,
  toSentTransfer,
  toTransferResource,
} from "@/lib/api/contracts/transfers";
import { route } from "@/lib/api/route";
import { sendPointsNow } from "@/lib/flows/pass-points";
import { listTransfers as readTransfers } from "@/lib/transfers";

export const POST = route(createTransfer, async ({ ctx, params, body }) =>
  toSentTransfer(await sendPointsNow(ctx, params.id, body)),
);

export const GET = route(listTransfers, async ({ ctx, params, query }) => {
  const { items, nextCursor } = await readTransfers(ctx, params.id, query);
  return { items: items.map(toTransferResource), nextCursor };
});
