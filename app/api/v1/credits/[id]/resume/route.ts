import { resumeCredits as contract } from "@/lib/api/contracts/credits";
import { route } from "@/lib/api/route";
import { resumeCredits } from "@/lib/credits";

export const POST = route(contract, ({ ctx, params }) => resumeCredits(ctx, { jobId: params.id }));
