import { listRefusedCredits } from "@/lib/api/contracts/credits";
import { route } from "@/lib/api/route";
import { listRefused } from "@/lib/credits";

export const GET = route(listRefusedCredits, ({ ctx, params, query }) => listRefused(ctx, params.id, query));
