import { getMemberReward } from "@/lib/api/contracts/rewards";
import { route } from "@/lib/api/route";
import { readRewardOffer } from "@/lib/flows/browse-rewards";

/** What texts are in where the caller names no language that they are translated to. */
const UNTRANSLATED = "";

export const GET = route(getMemberReward, ({ ctx, params, query: { language = UNTRANSLATED } }) =>
  readRewardOffer(ctx, { memberId: params.id, language }, params.reward),
);
