import {
  toVoucherResource,
  undoVoucherUse as undoContract,
  useVoucher as useContract,
} from "@/lib/api/contracts/vouchers";
import { route } from "@/lib/api/route";
import { useVoucher as takeVoucher, undoVoucherUse } from "@/lib/benefits";

export const POST = route(useContract, async ({ ctx, params, body }) =>
  toVoucherResource(await takeVoucher(ctx, params.code, body)),
);

export const DELETE = route(undoContract, async ({ ctx, params }) =>
  toVoucherResource(await undoVoucherUse(ctx, params.code)),
);
