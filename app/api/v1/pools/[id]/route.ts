import { getPool, toPoolResource } from "@/lib/api/contracts/pools";
import { route } from "@/lib/api/route";
import { readPool } from "@/lib/pools";

export const GET = route(getPool, async ({ ctx, params }) => toPoolResource(await readPool(ctx, params.id)));
