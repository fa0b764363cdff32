import { readCredits as contract } from "@/lib/api/contracts/credits";
import { route } from "@/lib/api/route";
import { readCredits } from "@/lib/credits";

export const GET = route(contract, ({ ctx, params }) => readCredits(ctx, params.id));
