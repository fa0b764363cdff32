import "server-only";
import { recordAudit } from "@/lib/audit";
import { actorRef } from "@/lib/auth/actor";
import { readPersonBehind } from "@/lib/auth/actor-names";
import type { Ctx } from "@/lib/auth/context";
import { lockPerson, readDoneAlone } from "@/lib/auth/done-alone-sql";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { beginningOfWindow, readProgram, readThresholds } from "@/lib/programs";
import { write } from "@/lib/write";
import { findJob, toJobDto } from "./job-row";
import type { CreditJobDto } from "./schema";

/**
 * Confirms a checked file: it is posted, or waits for a second person where it gives more in all than the program's
 * threshold, or takes what they have adjusted alone in the last 24 hours beyond that of a day.
 * @throws Forbidden, NotFound; Conflict `credits_not_ready`, or `no_credits` when every line was refused
 */
export async function confirmCredits(ctx: Ctx, { jobId }: { jobId: string }): Promise<CreditJobDto> {
  return write(ctx, { permission: "points:adjust", request: { jobId } }, async (tx) => {
    const { programId } = ctx;
    const job = await findJob(tx, programId, jobId);
    if (job.state === "ready" && job.credits === 0n) {
      throw new Conflict("no_credits", "No line of this file can be posted. Correct it and upload it again.");
    }
    const needsApproval = await needsSecondPerson(tx, ctx, Number(job.points));
    const [row] = await tx.creditJob.updateManyAndReturn({
      where: { programId, jobId, state: "ready" },
      data: {
        state: needsApproval ? "waiting" : "posting",
        needsApproval,
        confirmedBy: actorRef(ctx.actor),
        confirmedAt: ctx.clock.now(),
        notBefore: null,
      },
    });
    if (row === undefined) {
      throw new Conflict("credits_not_ready", "This file is not waiting to be confirmed.");
    }
    await recordAudit(tx, ctx, {
      action: "credits.confirmed",
      target: toTypeId("job", jobId),
      detail: { credits: Number(row.credits), points: Number(row.points), needsApproval },
    });
    return toJobDto(tx, row);
  });
}

async function needsSecondPerson(tx: Tx, ctx: Ctx, points: number): Promise<boolean> {
  const { programId } = ctx;
  const { adjustments } = (await readProgram(programId, tx)).ledgerPolicy;
  const person = await readPersonBehind(tx, programId, actorRef(ctx.actor));
  await lockPerson(tx, programId, person);
  const now = ctx.clock.now();
  const { approvalAbove, dailyAbove } = await readThresholds(tx, { programId, adjustments }, now);
  const window = { person, memberId: null, since: beginningOfWindow(now) };
  const { inAll } = await readDoneAlone(tx, programId, window);
  return (
    (approvalAbove !== null && points > approvalAbove) ||
    (dailyAbove !== null && inAll.points + points > dailyAbove)
  );
}
