import { listRefusedCodes as listContract } from "@/lib/api/contracts/code-pools";
import { route } from "@/lib/api/route";
import { listRefusedCodes } from "@/lib/rewards";

export const GET = route(listContract, ({ ctx, params, query }) => listRefusedCodes(ctx, params.id, query));
