import { toMemberResource } from "@/lib/api/contracts/members";
import { addSegmentMembers, listSegmentMembers as listContract } from "@/lib/api/contracts/segments";
import { route } from "@/lib/api/route";
import { addToSegment, listSegmentMembers } from "@/lib/segments";

export const GET = route(listContract, async ({ ctx, params, query }) => {
  const page = await listSegmentMembers(ctx, params.code, query);
  return { ...page, items: page.items.map(toMemberResource) };
});

export const POST = route(addSegmentMembers, ({ ctx, params, body }) => addToSegment(ctx, params.code, body));
