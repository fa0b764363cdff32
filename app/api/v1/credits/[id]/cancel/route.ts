import { cancelCredits as contract } from "@/lib/api/contracts/credits";
import { route } from "@/lib/api/route";
import { cancelCredits } from "@/lib/credits";

export const POST = route(contract, ({ ctx, params }) => cancelCredits(ctx, { jobId: params.id }));
