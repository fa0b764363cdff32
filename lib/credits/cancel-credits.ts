import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { findJob, toJobDto } from "./job-row";
import { type CreditJobDto, decisionNote } from "./schema";

/**
 * Drops a file of which nothing has been handed over: nobody gets points from it.
 * @throws Forbidden, NotFound; Conflict `credits_under_way` once it is being posted
 */
export async function cancelCredits(
  ctx: Ctx,
  input: { jobId: string; note?: string },
): Promise<CreditJobDto> {
  const { jobId } = input;
  const { note } = decisionNote.parse(input.note === undefined ? {} : { note: input.note });
  const spec = { permission: "points:adjust", request: { jobId, note: note ?? null } } as const;
  return write(ctx, spec, async (tx) => {
    await findJob(tx, ctx.programId, jobId);
    const [row] = await tx.creditJob.updateManyAndReturn({
      where: {
        programId: ctx.programId,
        jobId,
        state: { in: ["checking", "ready", "waiting", "failed"] },
        handedOver: 0,
      },
      data: {
        state: "cancelled",
        failedIn: null,
        decisionNote: note || null,
        finishedAt: ctx.clock.now(),
        notBefore: null,
      },
    });
    if (row === undefined) {
      throw new Conflict("credits_under_way", "These credits are being posted or have ended; they stay.");
    }
    await recordAudit(tx, ctx, { action: "credits.cancelled", target: toTypeId("job", jobId) });
    return toJobDto(tx, row);
  });
}
