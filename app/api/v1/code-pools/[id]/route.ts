import { changeCodePool, getCodePool } from "@/lib/api/contracts/code-pools";
import { route } from "@/lib/api/route";
import { changePool, readPool } from "@/lib/rewards";

export const GET = route(getCodePool, ({ ctx, params }) => readPool(ctx, params.id));

export const PATCH = route(changeCodePool, ({ ctx, params, body }) => changePool(ctx, params.id, body));
