import { access, chown, mkdir, readdir, realpath, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { Client } from "pg";
import { copyFile, copyFolder } from "./copy-folder";
import { startEmbeddedDatabase } from "./embedded";
import { chooseServerAccount, placeServer, type ServerAccount } from "./embedded-account";
import { preparePostgresBinaries } from "./embedded-binaries";

/**
 * Backups of a data folder with an embedded server, taken while the product works, as PostgreSQL does them: files are
 * copied as they change, with all of the log that was written meanwhile, and the server that starts on the copy makes
 * them whole. What was committed when the copying ended is in it.
 */

const CLUSTER = "postgres";
const PASSWORD_FILE = "database.json";
const CONTROL_FILE = "global/pg_control";
/** Says where the backup begins in the log; the server looks for it. */
const LABEL_FILE = "backup_label";
const LOG_FOLDER = "pg_wal";
/** Folders whose content is of the running server alone. */
const PASSING_FOLDERS = [
  LOG_FOLDER,
  "pg_replslot",
  "pg_dynshmem",
  "pg_notify",
  "pg_serial",
  "pg_snapshots",
  "pg_stat_tmp",
  "pg_subtrans",
];
const PASSING_FILES = /(^|\/)(postmaster\.(pid|opts)|pg_internal\.init|\.s\.PGSQL\.[^/]*|pgsql_tmp[^/]*)$/;
/** Of the data folder: the database has its own way, the others are of the running product. */
const NOT_KEPT = /^(postgres(\.initial|\.password)?|postgres\.log(\.previous)?|launcher\.json)$/;

/**
 * Copies a data folder to a new one: the database as of one instant, the secrets, uploads and everything else.
 * The product may go on meanwhile; a server that does not run is started for it and ended.
 * @throws Error with one sentence for the operator when the target is there already, or cannot be written
 */
export async function backUp(dataDirectory: string, target: string): Promise<void> {
  await requireAbsent(target);
  if (resolve(target).startsWith(resolve(dataDirectory) + sep)) {
    throw new Error(`${resolve(target)} is part of what is to be kept; name a folder elsewhere.`);
  }
  // Named so until it is whole, so that a copy cut short is never taken for a backup.
  const draft = `${resolve(target)}.partial`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const server = await startEmbeddedDatabase(dataDirectory);
  try {
    await copyCluster(server.url, await realpath(join(dataDirectory, CLUSTER)), join(draft, CLUSTER));
  } finally {
    if (!server.adopted) await server.stop();
  }
  // After the database: whatever file its rows name has been there by now.
  await copyFolder(dataDirectory, draft, (path) => !NOT_KEPT.test(path));
  await rename(draft, target);
}

/**
 * Makes a data folder of a backup; the next start goes on from there.
 * @throws Error with one sentence for the operator when it is no backup, or the folder has something in it
 */
export async function restoreBackup(backup: string, dataDirectory: string): Promise<void> {
  const isBackup = await access(join(backup, CLUSTER, LABEL_FILE)).then(
    () => true,
    () => false,
  );
  if (!isBackup) throw new Error(`${resolve(backup)} is not a backup.`);
  if ((await readdir(dataDirectory).catch(() => [])).length > 0) {
    throw new Error(`${resolve(dataDirectory)} is in use; move it away first, or set TESSERA_DATA_DIR.`);
  }
  await mkdir(dataDirectory, { recursive: true });
  const account = await chooseServerAccount(dataDirectory);
  const { cluster } = await placeServer(await preparePostgresBinaries(), dataDirectory, account);
  await copyFolder(join(backup, CLUSTER), cluster);
  if (account) await giveTo(account, cluster);
  await copyFolder(backup, dataDirectory, (path) => path !== CLUSTER && path !== PASSWORD_FILE);
  // No server starts without it, so none starts on a folder that was restored in part.
  await copyFile(join(backup, PASSWORD_FILE), join(dataDirectory, PASSWORD_FILE));
}

async function requireAbsent(target: string): Promise<void> {
  const content = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw new Error(`${resolve(target)} cannot be used: ${error.message}.`);
  });
  if (content !== null) throw new Error(`${resolve(target)} is there already; name a new folder.`);
}

async function copyCluster(url: string, cluster: string, target: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // Keeps the log that is written from now on, however much; it ends with the connection.
    await client.query("SELECT pg_create_physical_replication_slot($1, true, true)", [
      `tessera_backup_${process.pid}`,
    ]);
    await client.query("SELECT pg_backup_start('tessera', fast => true)");
    await copyFolder(cluster, target, isKept);
    await copyFile(join(cluster, CONTROL_FILE), join(target, CONTROL_FILE));
    const { rows } = await client.query<{ label: string; last: string }>(
      `SELECT labelfile AS label, pg_walfile_name(lsn) AS last FROM pg_backup_stop(wait_for_archive => false)`,
    );
    const [{ label, last } = { label: "", last: "" }] = rows;
    await writeFile(join(target, LABEL_FILE), label, { mode: 0o600, flush: true });
    await copyLog(join(cluster, LOG_FOLDER), join(target, LOG_FOLDER), { label, last });
  } finally {
    await client.end();
  }
}

function isKept(path: string): boolean {
  const isPassing = PASSING_FOLDERS.some((folder) => path.startsWith(`${folder}/`));
  return !isPassing && path !== CONTROL_FILE && !PASSING_FILES.test(path);
}

/** The files of the log from the checkpoint that the backup began with to the one in which it ended. */
async function copyLog(from: string, to: string, { label, last }: { label: string; last: string }) {
  const [, first = ""] = /^START WAL LOCATION: .*\(file ([0-9A-F]{24})\)$/m.exec(label) ?? [];
  await copyFolder(from, to, (path) => /^[0-9A-F]{24}$/.test(path) && path >= first && path <= last);
}

async function giveTo({ uid, gid }: ServerAccount, folder: string): Promise<void> {
  for (const path of await readdir(folder, { recursive: true })) await chown(join(folder, path), uid, gid);
}
