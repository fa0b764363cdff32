import { orderCategories as orderContract } from "@/lib/api/contracts/rewards";
import { route } from "@/lib/api/route";
import { orderCategories } from "@/lib/rewards";

export const PUT = route(orderContract, ({ ctx, body }) => orderCategories(ctx, body));
