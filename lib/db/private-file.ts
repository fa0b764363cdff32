import { chown, rename, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes a file that only its owner may read, whole or not at all. Root leaves it to the owner of the folder,
 * so that this person can start the product by themselves next time.
 */
export async function writePrivateFile(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, text, { mode: 0o600 });
  if (process.getuid?.() === 0) {
    const { uid, gid } = await stat(dirname(path));
    await chown(draft, uid, gid);
  }
  await rename(draft, path);
}
