import "server-only";
import { open } from "node:fs/promises";
import { Invalid, NotFound } from "@/lib/core/errors";
import { inspectFile, touchFile, uploadPath } from "@/lib/imports";
import type { SimulationFileLayout } from "./schema";

const HEAD_BYTES = 4_096;

/** What the names of all uploaded files begin with. */
export const SIMULATION_FILES = "simulation-";

/** Where an uploaded file lies. The program is part of its name: another program's looks as if it did not exist. */
export function simulationFileKey(programId: string, fileId: string): string {
  return `${SIMULATION_FILES}${programId}-${fileId}`;
}

/**
 * Takes a file into use: whoever tidies up leaves it alone from now on.
 * @throws NotFound when the program has no such file, or it is not on this machine
 */
export async function requireSimulationFile(programId: string, fileId: string, now: Date): Promise<void> {
  if (!(await touchFile(simulationFileKey(programId, fileId), now))) throw new NotFound("file");
}

/**
 * Finds out how an uploaded file is written: events as JSON, one a line, or CSV with a header line.
 * @throws Invalid when it is neither
 */
export async function layoutOfFile(fileKey: string): Promise<SimulationFileLayout> {
  const file = await open(uploadPath(fileKey), "r");
  const { buffer, bytesRead } = await file
    .read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    .finally(() => file.close());
  const head = buffer.subarray(0, bytesRead).toString("utf8").trimStart();
  if (bytesRead === 0) throw new Invalid("The file is empty.");
  if (head.startsWith("{")) return { kind: "ndjson" };
  return { kind: "csv", ...(await inspectFile(fileKey)) };
}
