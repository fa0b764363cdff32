import { readOverview } from "@/lib/analytics";
import { getOverview } from "@/lib/api/contracts/analytics";
import { route } from "@/lib/api/route";

export const GET = route(getOverview, ({ ctx }) => readOverview(ctx));
