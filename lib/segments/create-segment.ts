import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { MAX_SEGMENTS, type NewSegment, newSegment, type SegmentDto } from "./schema";

/**
 * Makes an empty list of members.
 * @throws Forbidden; Conflict `segment_exists`, `too_many_segments`
 */
export async function createSegment(ctx: Ctx, input: NewSegment): Promise<SegmentDto> {
  const segment = newSegment.parse(input);
  const { programId } = ctx;
  return write(ctx, { permission: "segments:write", request: segment }, async (tx) => {
    const createdAt = ctx.clock.now();
    if ((await tx.segment.count({ where: { programId } })) >= MAX_SEGMENTS) {
      throw new Conflict("too_many_segments", `A program has at most ${MAX_SEGMENTS} segments.`);
    }
    const { count } = await tx.segment.createMany({
      data: [{ programId, ...segment, createdAt }],
      skipDuplicates: true,
    });
    if (count === 0) {
      throw new Conflict("segment_exists", `There is a segment “${segment.code}” already.`);
    }
    await recordAudit(tx, ctx, {
      action: "segment.created",
      target: toTypeId("prog", programId),
      detail: { code: segment.code, name: segment.name },
    });
    return { ...segment, members: 0, createdAt: createdAt.toISOString() };
  });
}
