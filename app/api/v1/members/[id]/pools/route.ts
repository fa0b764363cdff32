import { listPoolsOfMember, toOwnPool } from "@/lib/api/contracts/pools";
import { route } from "@/lib/api/route";
import { listPoolsOf } from "@/lib/pools";

export const GET = route(listPoolsOfMember, async ({ ctx, params }) => ({
  items: (await listPoolsOf(ctx, params.id)).map(toOwnPool),
}));
