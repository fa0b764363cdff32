import { listMemberRewards } from "@/lib/api/contracts/rewards";
import { route } from "@/lib/api/route";
import { browseRewards } from "@/lib/flows/browse-rewards";

/** What texts are in where the caller names no language that they are translated to. */
const UNTRANSLATED = "";

export const GET = route(
  listMemberRewards,
  ({ ctx, params, query: { language = UNTRANSLATED, ...filter } }) =>
    browseRewards(ctx, { memberId: params.id, language }, filter),
);
