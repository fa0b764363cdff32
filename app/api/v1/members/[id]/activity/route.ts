import { getActivity, toActivityPage } from "@/lib/api/contracts/wallet";
import { route } from "@/lib/api/route";
import { readActivity } from "@/lib/wallet";

export const GET = route(getActivity, async ({ ctx, params, query, locale }) =>
  toActivityPage(await readActivity(ctx, params.id, { ...query, locale, audience: "member" })),
);
