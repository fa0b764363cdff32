import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";
import { isUuid, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import { findJob, toJobDto, toJobDtos } from "./job-row";
import type { CreditJobDetail, CreditJobDto, CreditState, RefusedLineDto } from "./schema";
import { countRefusals, largestLines, sumByPointType } from "./sql";

const SAMPLE_LINES = 10;

/**
 * Files of credits of the program, the newest first.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listCredits(
  ctx: Ctx,
  { cursor, limit, state }: { cursor?: string; limit: number; state?: CreditState },
): Promise<Page<CreditJobDto>> {
  requirePermission(ctx, "points:adjust");
  const before = cursor === undefined ? undefined : decodeCursor(cursor)[0];
  if (before !== undefined && (typeof before !== "string" || !isUuid(before))) throw foreignCursor();
  const rows = await db().creditJob.findMany({
    where: {
      programId: ctx.programId,
      ...(state ? { state } : {}),
      ...(before ? { jobId: { lt: before } } : {}),
    },
    // Ids are made in order of time.
    orderBy: { jobId: "desc" },
    take: limit + 1,
  });
  const page = toPage(rows, limit, (last) => [last.jobId]);
  return { items: await toJobDtos(db(), ctx.programId, page.items), nextCursor: page.nextCursor };
}

/** How many files wait for a second person. */
export async function countWaitingCredits(ctx: Ctx): Promise<number> {
  requirePermission(ctx, "points:adjust");
  return db().creditJob.count({ where: { programId: ctx.programId, state: "waiting" } });
}

/**
 * A file of credits with what a person looks at before confirming it.
 * @throws Forbidden, NotFound
 */
export async function readCredits(ctx: Ctx, jobId: string): Promise<CreditJobDetail> {
  requirePermission(ctx, "points:adjust");
  const key = { programId: ctx.programId, jobId };
  const row = await findJob(db(), ctx.programId, jobId);
  const isOpen = row.state === "ready" || row.state === "waiting";
  const [job, { pointTypes }, refusals, sums, sample, earlier] = await Promise.all([
    toJobDto(db(), row),
    recallProgram(ctx.programId),
    countRefusals(db(), key),
    isOpen ? sumByPointType(db(), key) : [],
    isOpen ? largestLines(db(), key, SAMPLE_LINES) : [],
    db().creditJob.findFirst({
      where: {
        programId: ctx.programId,
        fileHash: row.fileHash,
        jobId: { lt: jobId },
        state: { not: "cancelled" },
      },
      orderBy: { jobId: "desc" },
      select: { jobId: true, uploadedAt: true },
    }),
  ]);
  const types = new Map(pointTypes.map((type) => [type.pointTypeNo, type]));
  return {
    ...job,
    refusals: refusals.map(({ code, lines }) => ({ code, lines: Number(lines) })),
    byPointType: sums.map(({ pointTypeNo, lines, points }) => ({
      code: types.get(pointTypeNo)?.code ?? "",
      name: types.get(pointTypeNo)?.name ?? "",
      lines: Number(lines),
      points: Number(points),
    })),
    sample: sample.map(({ lineNo, memberId, memberName, pointTypeNo, points, reason }) => ({
      line: Number(lineNo),
      memberId: toTypeId("mem", memberId),
      memberName,
      pointType: types.get(pointTypeNo)?.name ?? "",
      points: Number(points),
      reason,
    })),
    uploadedBefore: earlier && {
      id: toTypeId("job", earlier.jobId),
      uploadedAt: earlier.uploadedAt.toISOString(),
    },
  };
}

/**
 * The lines that give no points, in the order of the file.
 * @throws Forbidden, NotFound; Invalid for a foreign cursor
 */
export async function listRefused(
  ctx: Ctx,
  jobId: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<RefusedLineDto>> {
  requirePermission(ctx, "points:adjust");
  await findJob(db(), ctx.programId, jobId);
  const after = cursor === undefined ? 0 : Number(decodeCursor(cursor)[0]);
  if (!Number.isSafeInteger(after)) throw foreignCursor();
  const rows = await db().creditReject.findMany({
    where: { programId: ctx.programId, jobId, lineNo: { gt: after } },
    orderBy: { lineNo: "asc" },
    take: limit + 1,
  });
  const page = toPage(rows, limit, (last) => [Number(last.lineNo)]);
  return {
    items: page.items.map(({ lineNo, code, reason, content }) => ({
      line: Number(lineNo),
      code,
      reason,
      content,
    })),
    nextCursor: page.nextCursor,
  };
}

function foreignCursor(): Invalid {
  return new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
