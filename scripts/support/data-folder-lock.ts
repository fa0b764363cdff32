import { readFileSync, rmSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { writePrivateFile } from "@/lib/db/private-file";
import { Sentence } from "./sentence";

const holderFile = z.object({ pid: z.number().int(), port: z.number().int() });

/**
 * Claims a data folder for this process, so that two launchers never drive one database.
 *
 * @returns whether an earlier launcher left its claim behind, which means that it was killed.
 * @throws Sentence when another launcher that lives holds the folder.
 */
export async function lockDataFolder(dataDirectory: string, port: number): Promise<boolean> {
  await mkdir(dataDirectory, { recursive: true }).catch((error: Error) => {
    throw new Sentence(`The data folder ${dataDirectory} cannot be made: ${error.message}.`);
  });
  const path = join(dataDirectory, "launcher.json");
  const text = await readFile(path, "utf8").catch(() => null);
  const holder = text === null ? null : holderFile.parse(JSON.parse(text));
  if (holder && (await isLauncher(holder.pid))) {
    throw new Sentence(
      `Tessera already runs from ${dataDirectory} (process ${holder.pid}, http://localhost:${holder.port}); ` +
        "stop it first, or choose another folder with TESSERA_DATA_DIR.",
    );
  }
  await rm(path, { force: true });
  await writePrivateFile(path, JSON.stringify({ pid: process.pid, port }));
  process.once("exit", () => release(path));
  return holder !== null;
}

function release(path: string): void {
  // Somebody may have removed the whole folder, or another launcher taken over.
  try {
    if (holderFile.parse(JSON.parse(readFileSync(path, "utf8"))).pid === process.pid) rmSync(path);
  } catch {
    return;
  }
}

/** The number of a killed process may meanwhile be another program's. */
async function isLauncher(pid: number): Promise<boolean> {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  return commandLine === null || /scripts\/(start|dev)|support\/serve/.test(commandLine);
}
