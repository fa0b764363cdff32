import { getEvent, toEventResource } from "@/lib/api/contracts/events";
import { route } from "@/lib/api/route";
import { readEvent } from "@/lib/events";
import { readOutcome } from "@/lib/wallet";

export const GET = route(getEvent, async ({ ctx, params }) => {
  const { decision, ...event } = await readEvent(ctx, params.id);
  const outcome = decision && (await readOutcome(ctx, decision.outcome));
  return toEventResource({ ...event, decision: decision && { ...decision, outcome } });
});
