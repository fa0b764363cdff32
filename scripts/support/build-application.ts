import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bundleProcesses } from "./bundle-processes";
import { startChild } from "./child";
import { Sentence } from "./sentence";

/** Whatever ends up in the build. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema",
  "scripts",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/**
 * Makes the production build, of the web server and of the processes beside it, unless the one that is there came
 * from the same sources.
 *
 * @returns whether it had to be built.
 * @throws Sentence after printing what the build said, when it fails.
 */
export async function buildApplication(environment: NodeJS.ProcessEnv): Promise<boolean> {
  const stamp = join(environment.TESSERA_DIST_DIR || ".next", "tessera-sources");
  const wanted = await fingerprint();
  if ((await readFile(stamp, "utf8").catch(() => "")) === wanted) return false;
  // Without the stamp a build that is cut short is never taken for a whole one.
  await rm(stamp, { force: true });
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const build = startChild([next, "build"], {
    ...environment,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  const ended = await build.ended;
  if (ended !== "exit code 0") {
    process.stderr.write(build.output());
    throw new Sentence(`The production build failed (${ended}); what it said is above.`);
  }
  await bundleProcesses(environment.TESSERA_DIST_DIR);
  await writeFile(stamp, wanted);
  return true;
}

async function fingerprint(): Promise<string> {
  const hash = createHash("sha256").update(process.version);
  for (const path of (await Promise.all(SOURCES.map(listFiles))).flat().sort()) {
    hash.update(`\n${path}\n`);
    hash.update(await readFile(path));
  }
  return hash.digest("hex");
}

async function listFiles(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOTDIR") return null;
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  if (entries === null) return [path];
  return entries
    .filter((entry) => entry.isFile() && !isLeftOut(entry.parentPath, entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Tests are not built, and the generated client follows from prisma/schema. */
function isLeftOut(folder: string, name: string): boolean {
  return /\.test\.tsx?$/.test(name) || folder.startsWith(join("lib", "db", "generated"));
}
