import { toVoucherResource, useVoucher as useContract } from "@/lib/api/contracts/vouchers";
import { route } from "@/lib/api/route";
import { useVoucher as takeVoucher } from "@/lib/benefits";

export const POST = route(useContract, async ({ ctx, params, body }) =>
  toVoucherResource(await takeVoucher(ctx, params.code, body)),
);
