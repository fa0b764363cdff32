import "server-only";
import { recordAudit } from "@/lib/audit";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { requireOtherPerson } from "@/lib/auth/four-eyes";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { findJob, toJobDto } from "./job-row";
import { type CreditJobDto, decisionNote } from "./schema";

/**
 * Approves a large file that somebody else has uploaded and confirmed: it is posted.
 * @throws Forbidden (API keys do not approve), NotFound; OwnRequest; Conflict `credits_not_waiting`
 */
export async function approveCredits(
  ctx: Ctx,
  input: { jobId: string; note?: string },
): Promise<CreditJobDto> {
  const { jobId } = input;
  const { note } = decisionNote.parse(input.note === undefined ? {} : { note: input.note });
  const spec = { permission: "adjustments:approve", request: { jobId, note: note ?? null } } as const;
  return write(ctx, spec, async (tx) => {
    const { programId } = ctx;
    const { uploadedBy, confirmedBy } = await findJob(tx, programId, jobId);
    const askedBy = confirmedBy === null ? [uploadedBy] : [uploadedBy, confirmedBy];
    await requireOtherPerson(tx, ctx, spec.permission, askedBy);
    const [row] = await tx.creditJob.updateManyAndReturn({
      where: { programId, jobId, state: "waiting" },
      data: {
        state: "posting",
        approvedBy: actorRef(ctx.actor),
        approvedAt: ctx.clock.now(),
        decisionNote: note || null,
        notBefore: null,
      },
    });
    if (row === undefined) {
      throw new Conflict("credits_not_waiting", "This file does not wait for approval.");
    }
    await recordAudit(tx, ctx, {
      action: "credits.approved",
      target: toTypeId("job", jobId),
      detail: { points: Number(row.points) },
    });
    return toJobDto(tx, row);
  });
}
