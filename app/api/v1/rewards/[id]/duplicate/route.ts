import { duplicateReward as duplicateContract } from "@/lib/api/contracts/rewards";
import { route } from "@/lib/api/route";
import { duplicateReward } from "@/lib/rewards";

export const POST = route(duplicateContract, ({ ctx, params }) => duplicateReward(ctx, params.id));
