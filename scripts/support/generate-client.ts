import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";

const SCHEMA = join("prisma", "schema");
const STAMP = join("lib", "db", "generated", ".stamp");

/**
 * Generates the database client from prisma/schema when it is not current.
 *
 * @returns whether it had to be generated.
 */
export async function generateClient(): Promise<boolean> {
  const require = createRequire(import.meta.url);
  const prismaPackage = require.resolve("prisma/package.json");
  const wanted = await fingerprint(prismaPackage);
  if ((await readFile(STAMP, "utf8").catch(() => "")) === wanted) return false;
  await promisify(execFile)(process.execPath, [require.resolve("prisma/build/index.js"), "generate"], {
    // Generating runs on WebAssembly. Naming any executable here keeps Prisma from downloading its native engine.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  });
  await writeFile(STAMP, wanted);
  return true;
}

async function fingerprint(prismaPackage: string): Promise<string> {
  const hash = createHash("sha256");
  hash.update(await readFile(prismaPackage));
  for (const name of (await readdir(SCHEMA)).sort()) {
    hash.update(name);
    hash.update(await readFile(join(SCHEMA, name)));
  }
  return hash.digest("hex");
}
