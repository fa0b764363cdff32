import { createMember, listMembers, toMemberResource } from "@/lib/api/contracts/members";
import { route } from "@/lib/api/route";
import { registerMember, searchMembers } from "@/lib/members";

export const POST = route(createMember, async ({ ctx, body }) =>
  toMemberResource(await registerMember(ctx, body)),
);

export const GET = route(listMembers, async ({ ctx, query }) => {
  const { items, nextCursor } = await searchMembers(ctx, query);
  return { items: items.map(toMemberResource), nextCursor };
});
