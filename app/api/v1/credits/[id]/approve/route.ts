import { approveCredits as contract } from "@/lib/api/contracts/credits";
import { route } from "@/lib/api/route";
import { approveCredits } from "@/lib/credits";

export const POST = route(contract, ({ ctx, params, body }) =>
  approveCredits(ctx, { jobId: params.id, ...body }),
);
