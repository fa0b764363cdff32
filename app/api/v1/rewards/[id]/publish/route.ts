import { publishReward as publishContract } from "@/lib/api/contracts/rewards";
import { route } from "@/lib/api/route";
import { publishReward } from "@/lib/rewards";

export const POST = route(publishContract, ({ ctx, params }) => publishReward(ctx, params.id));
