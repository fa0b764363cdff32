import { getTransferStanding } from "@/lib/api/contracts/transfers";
import { route } from "@/lib/api/route";
import { readTransferStanding } from "@/lib/transfers";

export const GET = route(getTransferStanding, ({ ctx, params }) => readTransferStanding(ctx, params.id));
