import { orderGroups as orderContract } from "@/lib/api/contracts/campaign-groups";
import { route } from "@/lib/api/route";
import { orderGroups } from "@/lib/campaign-groups";

export const PUT = route(orderContract, ({ ctx, body }) => orderGroups(ctx, body));
