"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import { retryDeadLetters } from "@/lib/events";

export const retryEvents = merchantAction(
  z.object({ eventIds: z.array(typeId("evt")).min(1).max(100) }),
  "deadletters:retry",
  (ctx, { eventIds }) => retryDeadLetters(ctx, { eventIds }),
);

export const retryAllEvents = merchantAction(
  z.object({ all: z.literal(true) }),
  "deadletters:retry",
  (ctx, input) => retryDeadLetters(ctx, input),
);
