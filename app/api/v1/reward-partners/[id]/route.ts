import { changeRewardPartner } from "@/lib/api/contracts/reward-partners";
import { route } from "@/lib/api/route";
import { toTypeId } from "@/lib/core/ids";
import { changeSupplier } from "@/lib/partners";

export const PATCH = route(changeRewardPartner, async ({ ctx, params, body }) => {
  const { partnerId, key, name } = await changeSupplier(ctx, params.id, body);
  return { id: toTypeId("org", partnerId), key, name };
});
