import type { Tx } from "@/lib/db";

/**
 * Records that texts are about to be taken out, and opens the guards of what is only added to for this transaction.
 * @param scrubbingId UUID
 */
export async function beginScrubbing(
  tx: Tx,
  scrubbing: {
    programId: string;
    scrubbingId: string;
    kind: "erasure" | "retention";
    memberId: string | null;
    now: Date;
  },
): Promise<void> {
  const { programId, scrubbingId, kind, memberId, now } = scrubbing;
  await tx.scrubbing.create({ data: { programId, scrubbingId, kind, memberId, startedAt: now } });
  await tx.$queryRaw`SELECT set_config('tessera.scrubbing', ${scrubbingId}, true)`;
}

/** Records what went, and closes the guards. @param counts rows by table */
export async function finishScrubbing(
  tx: Tx,
  { programId, scrubbingId, now }: { programId: string; scrubbingId: string; now: Date },
  counts: Record<string, number>,
): Promise<void> {
  const changed = Object.fromEntries(Object.entries(counts).filter(([, rows]) => rows > 0));
  await tx.scrubbing.update({
    where: { programId_scrubbingId: { programId, scrubbingId } },
    data: { finishedAt: now, counts: changed },
  });
  await tx.$queryRaw`SELECT set_config('tessera.scrubbing', '', true)`;
}
