"use server";

import { getLocale } from "next-intl/server";
import { memberAction } from "@/lib/actions";
import { readActivity } from "@/lib/wallet";
import { activityQuery } from "@/lib/wallet/schema";

export const loadActivity = memberAction(activityQuery, async (ctx, query) =>
  readActivity(ctx, ctx.actor.memberId, { ...query, locale: await getLocale() }),
);
