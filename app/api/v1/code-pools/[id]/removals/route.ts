import { removeCodes as removeContract } from "@/lib/api/contracts/code-pools";
import { route } from "@/lib/api/route";
import { removeCodes } from "@/lib/rewards";

export const POST = route(removeContract, ({ ctx, params, body }) => removeCodes(ctx, params.id, body));
