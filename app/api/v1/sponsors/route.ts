import { createSponsor as createContract, listSponsors as listContract } from "@/lib/api/contracts/sponsors";
import { route } from "@/lib/api/route";
import { createSponsor, listSponsors } from "@/lib/sponsors";

export const GET = route(listContract, async ({ ctx }) => ({ items: await listSponsors(ctx) }));

export const POST = route(createContract, ({ ctx, body }) => createSponsor(ctx, body));
