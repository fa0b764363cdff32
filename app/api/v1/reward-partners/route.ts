import { listRewardPartners } from "@/lib/api/contracts/reward-partners";
import { route } from "@/lib/api/route";
import { toTypeId } from "@/lib/core/ids";
import { listSuppliers } from "@/lib/partners";

export const GET = route(listRewardPartners, async ({ ctx }) => ({
  items: (await listSuppliers(ctx)).map(({ partnerId, key, name }) => ({
    id: toTypeId("org", partnerId),
    key,
    name,
  })),
}));
