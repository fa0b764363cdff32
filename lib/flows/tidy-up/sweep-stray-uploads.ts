import "server-only";
import { systemCtx } from "@/lib/auth/context";
import type { Clock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { endUnmappedImport, listFiles, removeFile } from "@/lib/imports";
import { SIMULATION_FILES } from "@/lib/simulations";
import { selectKnownFiles, selectUnmapped } from "./sql";

const DAY_MS = 24 * 60 * 60_000;
const IMPORTS_AT_ONCE = 100;

/**
 * Removes what uploads leave behind that never came to anything, a day later, because there may be members in it: files
 * that broke off, files that nothing is of, and imports whose columns nobody mapped.
 * @returns how many files went, and how many imports were called off
 */
export async function sweepStrayUploads(clock: Clock): Promise<{ files: number; imports: number }> {
  const before = new Date(clock.now().getTime() - DAY_MS);
  return { files: await sweepFiles(before), imports: await endUnmapped(clock, before) };
}

async function sweepFiles(before: Date): Promise<number> {
  const old = (await listFiles("")).filter(({ usedAt }) => usedAt < before).map(({ fileKey }) => fileKey);
  if (old.length === 0) return 0;
  const known = new Set(await selectKnownFiles(db(), old));
  const stray = old.filter(
    (fileKey) => isBrokenOff(fileKey) || !(known.has(fileKey) || isKeptLonger(fileKey)),
  );
  for (const fileKey of stray) await removeFile(fileKey);
  return stray.length;
}

function isBrokenOff(fileKey: string): boolean {
  return fileKey.endsWith(".part");
}

/** Files to simulate over wait for some days, and have a sweep of their own. */
function isKeptLonger(fileKey: string): boolean {
  return fileKey.startsWith(SIMULATION_FILES);
}

/** Their files go as those of all imports that end. */
async function endUnmapped(clock: Clock, before: Date): Promise<number> {
  let ended = 0;
  for (const { programId, importId } of await selectUnmapped(db(), before, IMPORTS_AT_ONCE)) {
    const ctx = systemCtx(programId, "tidy-up", clock);
    if (await endUnmappedImport(ctx, { importId })) ended += 1;
  }
  return ended;
}
