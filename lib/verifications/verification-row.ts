import { readActorNames } from "@/lib/auth/actor-names";
import { toTypeId } from "@/lib/core/ids";
import type { Prisma, Tx } from "@/lib/db";
import { type VerificationDto, verificationDto } from "./schema";

export type VerificationRow = Prisma.VerificationGetPayload<object>;

/** Rows with the names of those who asked, in the same order. */
export async function toVerificationDtos(
  tx: Tx,
  programId: string,
  rows: readonly VerificationRow[],
): Promise<VerificationDto[]> {
  const names = await readActorNames(
    tx,
    programId,
    rows.map(({ startedBy }) => startedBy),
  );
  return rows.map((row) =>
    verificationDto.parse({
      id: toTypeId("job", row.verificationId),
      state: row.state,
      startedBy: names.get(row.startedBy) ?? "Somebody who has left",
      createdAt: row.createdAt.toISOString(),
      startedAt: row.startedAt?.toISOString() ?? null,
      finishedAt: row.finishedAt?.toISOString() ?? null,
      progress: {
        checksDone: row.checksDone,
        checks: row.checks,
        blocksWalked: Number(row.blocksWalked),
        blocks: Number(row.blocks),
      },
      findings: row.findings,
      broken: row.broken,
      counts: row.counts,
      heads: row.heads,
      error: row.error,
    }),
  );
}
