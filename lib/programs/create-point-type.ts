import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { programChanged } from "@/lib/cache";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { MAX_POINT_TYPES, type PointTypeInput, pointTypeInput } from "./point-type-input";
import { insertPointType } from "./point-types";
import type { PointTypeDto } from "./schema";
import { lockPointTypes } from "./sql";

/**
 * Adds a kind of points to the program; campaigns, adjustments and files can give it from now on.
 * @throws Forbidden; Conflict `point_type_exists`, or `too_many_point_types`
 */
export async function createPointType(ctx: Ctx, input: PointTypeInput): Promise<PointTypeDto> {
  const parsed = pointTypeInput.parse(input);
  return write(ctx, { permission: "program:manage", request: parsed }, async (tx) => {
    const codes = await lockPointTypes(tx, ctx.programId);
    if (codes.includes(parsed.code)) {
      throw new Conflict("point_type_exists", `The program has a point type “${parsed.code}” already.`);
    }
    if (codes.length >= MAX_POINT_TYPES) {
      throw new Conflict("too_many_point_types", `A program has at most ${MAX_POINT_TYPES} point types.`);
    }
    // Point types are never removed, so their numbers have no gaps.
    const pointType = { pointTypeNo: codes.length + 1, ...parsed };
    await insertPointType(tx, ctx.programId, pointType);
    await recordAudit(tx, ctx, {
      action: "point_type.created",
      target: toTypeId("prog", ctx.programId),
      detail: parsed,
    });
    programChanged(tx, ctx.programId);
    return pointType;
  });
}
