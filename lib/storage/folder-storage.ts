import { randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { Storage, StoredObject } from "./storage";
import { checkKey, checkPrefix } from "./storage-key";

/** Storage in a folder of this machine, or one that all instances mount. */
export class FolderStorage implements Storage {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async put(key: string, content: Uint8Array): Promise<void> {
    const path = this.#path(key);
    const folder = dirname(path);
    await mkdir(folder, { recursive: true });
    // Renaming is what makes it appear at once; no key begins with a dot.
    const draft = join(folder, `.${randomBytes(9).toString("hex")}`);
    try {
      await writeFile(draft, content, { flush: true });
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async get(key: string): Promise<StoredObject | null> {
    const file = await openFile(this.#path(key));
    if (file === null) return null;
    try {
      const { size } = await file.stat();
      return { content: toWeb(file), sizeBytes: size };
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.#path(key), { force: true });
  }

  async *list(prefix: string): AsyncIterable<string> {
    yield* this.#walk(checkPrefix(prefix).slice(0, -1));
  }

  async *#walk(folder: string): AsyncIterable<string> {
    const entries = await readdir(join(this.#root, folder), { withFileTypes: true }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return [];
        throw error;
      },
    );
    // As object stores order whole keys: a folder sorts with the slash that follows its name.
    const named = entries.map((entry) => ({
      entry,
      order: entry.isDirectory() ? `${entry.name}/` : entry.name,
    }));
    named.sort((one, other) => (one.order < other.order ? -1 : 1));
    for (const { entry } of named) {
      if (entry.name.startsWith(".")) continue;
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) yield* this.#walk(path);
      else yield path;
    }
  }

  #path(key: string): string {
    return join(this.#root, ...checkKey(key).split("/"));
  }
}

async function openFile(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** The stream closes the file at its end, or when it is cancelled. */
function toWeb(file: FileHandle): StoredObject["content"] {
  return Readable.toWeb(file.createReadStream()) as StoredObject["content"];
}
