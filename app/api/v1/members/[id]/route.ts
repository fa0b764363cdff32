import { changeMember, getMember, toMemberResource } from "@/lib/api/contracts/members";
import { route } from "@/lib/api/route";
import { readMember, updateMember } from "@/lib/members";

export const GET = route(getMember, async ({ ctx, params }) =>
  toMemberResource(await readMember(ctx, params.id)),
);

export const PATCH = route(changeMember, async ({ ctx, params, body }) =>
  toMemberResource(await updateMember(ctx, params.id, body)),
);
