"use server";

import { z } from "zod";
import { memberAction } from "@/lib/actions";
import { readMessages } from "@/lib/benefits";

export const markRead = memberAction(z.object({ read: z.literal(true) }), (ctx) => readMessages(ctx));
