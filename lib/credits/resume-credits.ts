import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { findJob, toJobDto } from "./job-row";
import type { CreditJobDto } from "./schema";

/**
 * Goes on with a failed file from where it stopped; what was handed over is not handed over again.
 * @throws Forbidden, NotFound; Conflict `credits_not_failed`
 */
export async function resumeCredits(ctx: Ctx, { jobId }: { jobId: string }): Promise<CreditJobDto> {
  return write(ctx, { permission: "points:adjust", request: { jobId } }, async (tx) => {
    const { failedIn } = await findJob(tx, ctx.programId, jobId);
    const [row] = await tx.creditJob.updateManyAndReturn({
      where: { programId: ctx.programId, jobId, state: "failed" },
      data: {
        state: failedIn ?? "checking",
        failedIn: null,
        error: null,
        attempts: 0,
        notBefore: null,
        finishedAt: null,
      },
    });
    if (row === undefined) {
      throw new Conflict("credits_not_failed", "Only a file that failed can be resumed.");
    }
    await recordAudit(tx, ctx, { action: "credits.resumed", target: toTypeId("job", jobId) });
    return toJobDto(tx, row);
  });
}
