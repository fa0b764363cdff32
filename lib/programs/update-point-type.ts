import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { programChanged } from "@/lib/cache";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { type PointTypeChange, pointTypeChange } from "./point-type-input";
import { toPointType } from "./point-types";
import type { PointTypeDto } from "./schema";

/**
 * Changes a point type's name or policies. Policies hold for points that are earned from then on: lots keep the last
 * day and what they wait for.
 * @throws Forbidden, NotFound
 */
export async function updatePointType(
  ctx: Ctx,
  code: string,
  change: PointTypeChange,
): Promise<PointTypeDto> {
  const parsed = pointTypeChange.parse(change);
  return write(ctx, { permission: "program:manage", request: { code, ...parsed } }, async (tx) => {
    const [row] = await tx.pointType.updateManyAndReturn({
      where: { programId: ctx.programId, code },
      data: parsed,
      omit: { programId: true },
    });
    if (row === undefined) throw new NotFound("point type");
    await recordAudit(tx, ctx, {
      action: "point_type.changed",
      target: toTypeId("prog", ctx.programId),
      detail: { code, ...parsed },
    });
    programChanged(tx, ctx.programId);
    return toPointType(row);
  });
}
