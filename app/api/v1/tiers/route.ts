import { createTier as createContract, listTiers as listContract } from "@/lib/api/contracts/tiers";
import { route } from "@/lib/api/route";
import { createTier, listTiers } from "@/lib/tiers";

export const GET = route(listContract, async ({ ctx }) => ({ items: await listTiers(ctx) }));

export const POST = route(createContract, ({ ctx, body }) => createTier(ctx, body));
