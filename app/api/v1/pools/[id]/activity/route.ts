import { getPoolActivity } from "@/lib/api/contracts/pools";
import { toActivityPage } from "@/lib/api/contracts/wallet";
import { route } from "@/lib/api/route";
import { readPoolActivity } from "@/lib/pools";

export const GET = route(getPoolActivity, async ({ ctx, params, query, locale }) =>
  toActivityPage(await readPoolActivity(ctx, params.id, { ...query, locale, audience: "member" })),
);
