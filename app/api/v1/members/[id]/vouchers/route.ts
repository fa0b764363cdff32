import { listVouchers as listContract, toVoucherResource } from "@/lib/api/contracts/vouchers";
import { route } from "@/lib/api/route";
import { listVouchers } from "@/lib/benefits";

export const GET = route(listContract, async ({ ctx, params, query }) => {
  const page = await listVouchers(ctx, params.id, query);
  return { ...page, items: page.items.map(toVoucherResource) };
});
