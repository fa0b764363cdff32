import { toVoucherCheck, verifyVoucher } from "@/lib/api/contracts/vouchers";
import { route } from "@/lib/api/route";
import { examineVoucher } from "@/lib/benefits";

export const GET = route(verifyVoucher, async ({ ctx, params, query }) =>
  toVoucherCheck(await examineVoucher(ctx, params.code, query.store)),
);
