import { listBlockedMembers, toBlockedMember } from "@/lib/api/contracts/transfers";
import { route } from "@/lib/api/route";
import { listBlockedMembers as readBlockedMembers } from "@/lib/transfers";

export const GET = route(listBlockedMembers, async ({ ctx, params }) => ({
  items: (await readBlockedMembers(ctx, params.id)).map(toBlockedMember),
}));
