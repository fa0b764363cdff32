"use server";

import { merchantAction } from "@/lib/actions";
import { retryDay } from "@/lib/day-runs";
import { dayRetry } from "@/lib/day-runs/schema";

export const retryDayNow = merchantAction(dayRetry, "program:manage", retryDay);
