import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

const CHUNK_BYTES = 1 << 20;
/** Most files at once: each waits for the disk in the end. */
const AT_ONCE = 16;

/**
 * Copies a folder that others may be writing to: a file that is gone when its turn comes is passed over, one that
 * grows or shrinks is copied as long as it is. Each file is on disk when this returns, readable by its owner alone.
 * @param isWanted says of each path below the folder, with slashes, whether it is copied; all are without it
 */
export async function copyFolder(
  from: string,
  to: string,
  isWanted: (path: string) => boolean = () => true,
  within = "",
): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  const entries = (await readdir(from, { withFileTypes: true })).filter(({ name }) =>
    isWanted(`${within}${name}`),
  );
  const files = entries.filter((entry) => entry.isFile());
  for (let start = 0; start < files.length; start += AT_ONCE) {
    await Promise.all(
      files.slice(start, start + AT_ONCE).map(({ name }) => copyFile(join(from, name), join(to, name))),
    );
  }
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    await copyFolder(join(from, name), join(to, name), isWanted, `${within}${name}/`);
  }
}

/** Copies a file that somebody may be writing to, unless it is gone. */
export async function copyFile(from: string, to: string): Promise<void> {
  if ((await stat(from).catch(() => null)) === null) return;
  await pipeline(
    createReadStream(from, { highWaterMark: CHUNK_BYTES }),
    createWriteStream(to, { mode: 0o600, flush: true }),
  ).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
}
