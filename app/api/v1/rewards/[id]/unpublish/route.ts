import { unpublishReward as unpublishContract } from "@/lib/api/contracts/rewards";
import { route } from "@/lib/api/route";
import { unpublishReward } from "@/lib/rewards";

export const POST = route(unpublishContract, ({ ctx, params }) => unpublishReward(ctx, params.id));
