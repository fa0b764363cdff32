import { createReward as createContract, listRewards as listContract } from "@/lib/api/contracts/rewards";
import { route } from "@/lib/api/route";
import { createReward, listRewards } from "@/lib/rewards";

export const GET = route(listContract, ({ ctx, query }) => listRewards(ctx, query));

export const POST = route(createContract, ({ ctx, body }) => createReward(ctx, body));
