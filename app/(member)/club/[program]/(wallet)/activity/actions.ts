"use server";

import { memberAction } from "@/lib/actions";
import { readActivity } from "@/lib/wallet";
import { activityQuery } from "@/lib/wallet/schema";

export const loadActivity = memberAction(activityQuery, (ctx, query) =>
  readActivity(ctx, ctx.actor.memberId, query),
);
