import type { Tx } from "@/lib/db";

/** How many of a source's events wait in the queue, and how many could not be posted. */
export async function countUnposted(
  tx: Tx,
  programId: string,
  source: string,
): Promise<{ queued: number; dead: number }> {
  const [row] = await tx.$queryRaw<{ queued: bigint; dead: bigint }[]>`
    SELECT (SELECT count(*) FROM queue
            JOIN event ON event.program_id = queue.program_id
              AND event.event_id = ANY (queue.event_id || queue.others)
            WHERE queue.program_id = ${programId}::uuid AND event.source = ${source}) AS queued,
           (SELECT count(*) FROM dead_letter
            JOIN event ON event.program_id = dead_letter.program_id AND event.event_id = dead_letter.event_id
            WHERE dead_letter.program_id = ${programId}::uuid AND event.source = ${source}) AS dead`;
  return { queued: Number(row?.queued ?? 0), dead: Number(row?.dead ?? 0) };
}
