import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** The Unix socket of the server that comes with the product: in the folder of its files, whose owner alone gets there. */

/** A path that every system takes for a socket, in bytes. */
const LONGEST_PATH = 100;
/** What the names of sockets, and of the files that lock them, begin with. */
const PREFIX = ".s.PGSQL.";

/** Where the server of a cluster has its socket; null where there can be none, or its path would be too long. */
export function socketFolder(cluster: string, port: number): string | null {
  const path = join(cluster, `${PREFIX}${port}`);
  // A comma or a quote would be part of the list that the server's setting is.
  const isUsable = process.platform !== "win32" && !/[,"]/.test(path);
  return isUsable && Buffer.byteLength(path) <= LONGEST_PATH ? cluster : null;
}

/** The same database by way of a socket in a folder. */
export function throughSocket(url: string, folder: string): string {
  const address = new URL(url);
  address.searchParams.set("host", folder);
  return address.href;
}

/**
 * Clears away what a killed server left: its socket stays locked in the name of a process whose number another program
 * may have now. No server of the cluster may be running.
 */
export async function removeSockets(cluster: string): Promise<void> {
  const left = (await readdir(cluster)).filter((name) => name.startsWith(PREFIX));
  await Promise.all(left.map((name) => rm(join(cluster, name), { force: true })));
}
