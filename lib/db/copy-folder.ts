import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

const CHUNK_BYTES = 1 << 20;
/** Most files at once: each waits for the disk in the end. */
const AT_ONCE = 16;

/**
 * Copies a folder that others may be writing to: what is gone when its turn comes is passed over, a file that grows or
 * shrinks is copied as long as it is. What a link leads to is copied in its place. Each file is on disk when this
 * returns, readable by its owner alone.
 * @param isWanted says of each path below the folder, with slashes, whether it is copied; all are without it
 */
export async function copyFolder(
  from: string,
  to: string,
  isWanted: (path: string) => boolean = () => true,
  within = "",
): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  const found = (await readdir(from).catch(unlessGone)) ?? [];
  const files: string[] = [];
  const folders: string[] = [];
  for (const name of found.filter((own) => isWanted(`${within}${own}`))) {
    const kind = await stat(join(from, name)).catch(unlessGone);
    if (kind?.isFile()) files.push(name);
    else if (kind?.isDirectory()) folders.push(name);
  }
  for (let start = 0; start < files.length; start += AT_ONCE) {
    await Promise.all(
      files.slice(start, start + AT_ONCE).map((name) => copyFile(join(from, name), join(to, name))),
    );
  }
  for (const name of folders) {
    await copyFolder(join(from, name), join(to, name), isWanted, `${within}${name}/`);
  }
}

/** Copies a file that somebody may be writing to, unless it is gone. */
export async function copyFile(from: string, to: string): Promise<void> {
  const source = await open(from).catch(unlessGone);
  if (source === null) return;
  await pipeline(
    source.createReadStream({ highWaterMark: CHUNK_BYTES }),
    createWriteStream(to, { mode: 0o600, flush: true }),
  );
}

function unlessGone(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
