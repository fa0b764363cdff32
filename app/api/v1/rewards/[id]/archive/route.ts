import { archiveReward as archiveContract } from "@/lib/api/contracts/rewards";
import { route } from "@/lib/api/route";
import { archiveReward } from "@/lib/rewards";

export const POST = route(archiveContract, ({ ctx, params }) => archiveReward(ctx, params.id));
