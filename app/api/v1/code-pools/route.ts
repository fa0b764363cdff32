import { createCodePool, listCodePools } from "@/lib/api/contracts/code-pools";
import { route } from "@/lib/api/route";
import { createPool, listPools } from "@/lib/rewards";

export const GET = route(listCodePools, ({ ctx, query }) => listPools(ctx, query));

export const POST = route(createCodePool, ({ ctx, body }) => createPool(ctx, body));
