import { orderTiers as orderContract } from "@/lib/api/contracts/tiers";
import { route } from "@/lib/api/route";
import { orderTiers } from "@/lib/tiers";

export const PUT = route(orderContract, ({ ctx, body }) => orderTiers(ctx, body));
