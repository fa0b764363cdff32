import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { readSegment } from "./queries";
import { type SegmentChange, type SegmentDto, segmentChange } from "./schema";

/**
 * Changes a segment's name or description; the code stays.
 * @throws Forbidden, NotFound
 */
export async function updateSegment(ctx: Ctx, code: string, input: SegmentChange): Promise<SegmentDto> {
  const change = segmentChange.parse(input);
  const { programId } = ctx;
  return write(ctx, { permission: "segments:write", request: { code, change } }, async (tx) => {
    const { count } = await tx.segment.updateMany({ where: { programId, code }, data: change });
    if (count === 0) throw new NotFound("segment");
    await recordAudit(tx, ctx, {
      action: "segment.changed",
      target: toTypeId("prog", programId),
      detail: { code, ...change },
    });
    return readSegment({ ...ctx, tx }, code);
  });
}
