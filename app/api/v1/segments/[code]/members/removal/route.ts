import { removeSegmentMembers } from "@/lib/api/contracts/segments";
import { route } from "@/lib/api/route";
import { removeFromSegment } from "@/lib/segments";

export const POST = route(removeSegmentMembers, ({ ctx, params, body }) =>
  removeFromSegment(ctx, params.code, body),
);
