import { retryDayRun } from "@/lib/api/contracts/day-runs";
import { route } from "@/lib/api/route";
import { retryDay } from "@/lib/day-runs";

export const POST = route(retryDayRun, ({ ctx, params }) => retryDay(ctx, params));
