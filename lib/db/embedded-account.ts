import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  access,
  chmod,
  chown,
  constants,
  cp,
  lstat,
  mkdir,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { PostgresBinaries } from "./embedded-binaries";

const run = promisify(execFile);

/** The operating-system user that the server runs as; undefined: the user of this process. */
export interface ServerAccount {
  uid: number;
  gid: number;
}

/** Where root keeps servers that cannot live below a closed home folder. */
const SHARED_ROOT = "/var/lib/tessera";

/**
 * Chooses whom the server runs as. PostgreSQL refuses to run as root, so root lends it another user: the owner
 * of an existing cluster or data folder, or else the system user `postgres`, created when missing.
 *
 * @throws Error when this process is root and no unprivileged user can be found or made.
 */
export async function chooseServerAccount(dataDirectory: string): Promise<ServerAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const path of [join(dataDirectory, "postgres"), dataDirectory]) {
    const owner = await stat(path).catch(() => null);
    if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  }
  const present = await systemUser("postgres");
  if (present) return present;
  await run("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    "postgres",
  ]).catch(() => undefined);
  const usable = (await systemUser("postgres")) ?? (await systemUser("nobody"));
  if (!usable) {
    throw new Error(
      "PostgreSQL does not run as root and there is no user to lend it; start as an ordinary user, or set DATABASE_URL.",
    );
  }
  return usable;
}

async function systemUser(name: string): Promise<ServerAccount | undefined> {
  const id = async (flag: "-u" | "-g") => Number.parseInt((await run("id", [flag, name])).stdout, 10);
  try {
    return { uid: await id("-u"), gid: await id("-g") };
  } catch {
    return undefined;
  }
}

/**
 * Gives the server's user a way to its programs and its cluster folder, and returns both. Usually they stay
 * where they are. Below a folder that is closed to that user (root's home) they move to /var/lib/tessera, with a
 * symlink left in the data folder.
 */
export async function placeServer(
  binaries: PostgresBinaries,
  dataDirectory: string,
  account: ServerAccount | undefined,
): Promise<{ binaries: PostgresBinaries; cluster: string }> {
  const cluster = join(resolve(dataDirectory), "postgres");
  if (!account) {
    await mkdir(cluster, { recursive: true, mode: 0o700 });
    return { binaries, cluster: await realpath(cluster) };
  }
  const reachable = (path: string) => canReach(path, account);
  const usedBinaries = (await reachable(binaries.postgres)) ? binaries : await shareBinaries(binaries);
  if (!(await lstat(cluster).catch(() => null))) {
    if (await reachable(resolve(dataDirectory))) {
      await mkdir(cluster, { mode: 0o700 });
    } else {
      // A fresh name: a data folder that was deleted must not find its old cluster again.
      const elsewhere = join(SHARED_ROOT, `postgres-${randomBytes(6).toString("hex")}`);
      await mkdir(elsewhere, { recursive: true, mode: 0o700 });
      await chmod(SHARED_ROOT, 0o755);
      await symlink(elsewhere, cluster);
    }
  }
  // The server's user may only be able to take the direct way.
  const direct = await realpath(cluster);
  await chown(direct, account.uid, account.gid);
  return { binaries: usedBinaries, cluster: direct };
}

/** Whether each folder on the way may be passed, and the end read, by the given user. */
async function canReach(path: string, account: ServerAccount): Promise<boolean> {
  const steps = resolve(path).split("/").filter(Boolean);
  for (let depth = 0; depth <= steps.length; depth++) {
    const { mode, uid, gid } = await stat(`/${steps.slice(0, depth).join("/")}`);
    const bits = uid === account.uid ? mode >> 6 : gid === account.gid ? mode >> 3 : mode;
    if ((bits & constants.X_OK) === 0) return false;
  }
  return true;
}

async function shareBinaries(binaries: PostgresBinaries): Promise<PostgresBinaries> {
  const { mtimeMs, size } = await stat(binaries.postgres);
  const root = join(SHARED_ROOT, `postgresql-${shortHash(`${size}:${mtimeMs}`)}`);
  const moved = (path: string) => join(root, path.slice(binaries.root.length));
  const shared = {
    root,
    postgres: moved(binaries.postgres),
    initdb: moved(binaries.initdb),
    pgCtl: moved(binaries.pgCtl),
  };
  const present = await access(shared.postgres).then(
    () => true,
    () => false,
  );
  if (!present) {
    await mkdir(SHARED_ROOT, { recursive: true, mode: 0o755 });
    // Copied aside and renamed, so that a copy cut short is never taken for a whole one.
    const partial = `${root}.${process.pid}`;
    await cp(binaries.root, partial, { recursive: true, verbatimSymlinks: true });
    await rename(partial, root).catch(() => rm(partial, { recursive: true, force: true }));
  }
  return shared;
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
