import { suggestValues as suggestContract } from "@/lib/api/contracts/suggestions";
import { route } from "@/lib/api/route";
import { suggestValues } from "@/lib/events";

export const GET = route(suggestContract, async ({ ctx, query }) => ({
  items: await suggestValues(ctx, query.field, query.q),
}));
