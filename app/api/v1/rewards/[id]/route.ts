import { changeReward as changeContract, getReward } from "@/lib/api/contracts/rewards";
import { route } from "@/lib/api/route";
import { changeReward, readReward } from "@/lib/rewards";

export const GET = route(getReward, ({ ctx, params }) => readReward(ctx, params.id));

export const PATCH = route(changeContract, ({ ctx, params, body }) => changeReward(ctx, params.id, body));
