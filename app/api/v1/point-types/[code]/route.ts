import { changePointType, toPointTypeResource } from "@/lib/api/contracts/point-types";
import { route } from "@/lib/api/route";
import { updatePointType } from "@/lib/programs";

export const PATCH = route(changePointType, async ({ ctx, params, body }) =>
  toPointTypeResource(await updatePointType(ctx, params.code, body)),
);
