import { getOffers, toOffers } from "@/lib/api/contracts/wallet";
import { route } from "@/lib/api/route";
import { listMemberOffers } from "@/lib/flows/list-offers";

export const GET = route(getOffers, async ({ ctx, params, locale }) =>
  toOffers(await listMemberOffers(ctx, params.id, locale)),
);
