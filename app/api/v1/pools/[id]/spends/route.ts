import { spendFromPool, toPoolSpend } from "@/lib/api/contracts/pool-movements";
import { route } from "@/lib/api/route";
import { spendFromPool as spend } from "@/lib/pools";

export const POST = route(spendFromPool, async ({ ctx, params, body }) =>
  toPoolSpend(await spend(ctx, params.id, body)),
);
