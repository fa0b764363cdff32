import { listDayRuns as listDayRunsContract } from "@/lib/api/contracts/day-runs";
import { route } from "@/lib/api/route";
import { listDayRuns } from "@/lib/day-runs";

export const GET = route(listDayRunsContract, ({ ctx, query }) => listDayRuns(ctx, query));
