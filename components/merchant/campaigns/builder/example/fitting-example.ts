import type { CampaignDefinition } from "@/lib/campaigns/schema";
import type { Example } from "./example";
import { withCompared } from "./fitting-compared";
import { fittingEvent } from "./fitting-event";
import { fittingLines } from "./fitting-lines";
import { fittingMember } from "./fitting-member";
import { fittingTime } from "./fitting-time";

/** An example on which the campaign as it is now would most likely fire. */
export function exampleFor(
  definition: CampaignDefinition,
  { now, timeZone, unitMinor }: { now: Date; timeZone: string; unitMinor: number },
): Example {
  const at = fittingTime(definition, now, timeZone);
  const example = {
    ...fittingMember(definition, at.slice(0, 10)),
    ...fittingEvent(definition),
    at,
    lines: fittingLines(definition, unitMinor),
    past: {},
    used: {},
  };
  return withCompared(example, definition);
}
