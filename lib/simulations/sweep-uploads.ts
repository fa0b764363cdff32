import "server-only";
import { db } from "@/lib/db";
import { listFiles, removeFile } from "@/lib/imports";
import { SIMULATION_FILES } from "./files";

/** How long an uploaded file waits for somebody to simulate over it. */
const KEPT_MS = 3 * 24 * 60 * 60_000;

/**
 * Removes uploaded files that no simulation is of, some days after they were uploaded; those of simulations go with them.
 * @returns how many
 */
export async function sweepUploads(now: Date): Promise<number> {
  const isOld = ({ usedAt }: { usedAt: Date }) => usedAt.getTime() < now.getTime() - KEPT_MS;
  const old = (await listFiles(SIMULATION_FILES)).filter(isOld);
  if (old.length === 0) return 0;
  const rows = await db().simulation.findMany({
    where: { fileKey: { in: old.map(({ fileKey }) => fileKey) } },
    select: { fileKey: true },
  });
  const used = new Set(rows.map(({ fileKey }) => fileKey));
  let removed = 0;
  for (const { fileKey } of old) {
    if (used.has(fileKey)) continue;
    await removeFile(fileKey);
    removed += 1;
  }
  return removed;
}
