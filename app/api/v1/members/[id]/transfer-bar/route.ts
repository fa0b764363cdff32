import { putTransferBar } from "@/lib/api/contracts/transfers";
import { route } from "@/lib/api/route";
import { setTransferBar } from "@/lib/transfers";

export const PUT = route(putTransferBar, ({ ctx, params, body }) => setTransferBar(ctx, params.id, body));
