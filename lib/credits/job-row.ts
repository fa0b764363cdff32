import { readActorNames } from "@/lib/auth/actor-names";
import { present } from "@/lib/core/assert";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import type { Prisma, Tx } from "@/lib/db";
import { CREDIT_SOURCE } from "@/lib/events/schema";
import type { CreditJobDto } from "./schema";

export type CreditJobRow = Prisma.CreditJobGetPayload<Record<string, never>>;

/** @throws NotFound when the program has no such job */
export async function findJob(tx: Tx, programId: string, jobId: string): Promise<CreditJobRow> {
  const row = await tx.creditJob.findUnique({ where: { programId_jobId: { programId, jobId } } });
  if (row === null) throw new NotFound("file of credits");
  return row;
}

/** Where the credits of a job come from, among the sources of events. */
export function creditSource(jobId: string): string {
  return `${CREDIT_SOURCE}${toTypeId("job", jobId)}`;
}

export async function toJobDto(tx: Tx, row: CreditJobRow): Promise<CreditJobDto> {
  const [dto] = await toJobDtos(tx, row.programId, [row]);
  return present(dto, "one row gives one job");
}

/** Rows with the names of those who acted, in the same order. */
export async function toJobDtos(
  tx: Tx,
  programId: string,
  rows: readonly CreditJobRow[],
): Promise<CreditJobDto[]> {
  const names = await readActorNames(
    tx,
    programId,
    rows.flatMap((row) => [row.uploadedBy, row.confirmedBy, row.approvedBy]),
  );
  const who = (ref: string) => ({ ref, name: names.get(ref) ?? null });
  return rows.map((row) => ({
    id: toTypeId("job", row.jobId),
    fileName: row.fileName,
    fileBytes: Number(row.fileBytes),
    state: row.state,
    reason: row.reason,
    progress: progressOf(row),
    lines: Number(row.lines),
    linesRefused: Number(row.linesRefused),
    credits: Number(row.credits),
    points: Number(row.points),
    members: Number(row.members),
    posted: Number(row.posted),
    dead: Number(row.dead),
    needsApproval: row.needsApproval,
    uploadedBy: who(row.uploadedBy),
    uploadedAt: row.uploadedAt.toISOString(),
    confirmedBy: row.confirmedBy === null ? null : who(row.confirmedBy),
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    approvedBy: row.approvedBy === null ? null : who(row.approvedBy),
    approvedAt: row.approvedAt?.toISOString() ?? null,
    decisionNote: row.decisionNote,
    error: row.error,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }));
}

function progressOf(row: CreditJobRow): number | null {
  switch (row.state) {
    case "checking":
      return Math.min(1, Number(row.fileBytesRead) / Math.max(1, Number(row.fileBytes)));
    case "posting":
      return Number(row.posted + row.dead) / Math.max(1, Number(row.credits));
    default:
      return null;
  }
}
