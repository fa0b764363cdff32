import { orderRewards as orderContract } from "@/lib/api/contracts/rewards";
import { route } from "@/lib/api/route";
import { orderRewards } from "@/lib/rewards";

export const PUT = route(orderContract, ({ ctx, body }) => orderRewards(ctx, body));
