import { getEvent, toEventResource } from "@/lib/api/contracts/events";
import { route } from "@/lib/api/route";
import { readEvent } from "@/lib/events";

export const GET = route(getEvent, async ({ ctx, params }) =>
  toEventResource(await readEvent(ctx, params.id)),
);
