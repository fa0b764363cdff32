import { confirmCredits as contract } from "@/lib/api/contracts/credits";
import { route } from "@/lib/api/route";
import { confirmCredits } from "@/lib/credits";

export const POST = route(contract, ({ ctx, params }) => confirmCredits(ctx, { jobId: params.id }));
