import { fromTypeId } from "@/lib/core/ids";
import type { AskedDays, AwardFilter } from "@/lib/flows/report-campaign/schema";
import { type BehindSearch, NONE } from "./look";

/** What an address narrows decisions down to. */
export function awardFilterOf({
  from,
  to,
  store,
  tier,
  segment,
  member,
  kind,
  what,
}: BehindSearch): AwardFilter & AskedDays {
  return {
    from,
    to,
    store: store === NONE ? null : store,
    tier: tier === NONE ? null : tier,
    segment,
    memberId: (member && fromTypeId("mem", member)) || undefined,
    benefit: kind && what ? { kind, what } : undefined,
  };
}
