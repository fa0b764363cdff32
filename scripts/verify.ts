import { existsSync } from "node:fs";
import { join } from "node:path";
import { systemCtx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { closeDb, db } from "@/lib/db";
import { startEmbeddedDatabase } from "@/lib/db/embedded";
import { verifyProgram } from "@/lib/verifications";
import { readChainHeads, type VerifyProgress } from "@/lib/wallet";
import type { ChainHead } from "@/lib/wallet/schema";
import { runScript, Sentence } from "./support/sentence";
import { readSecrets, readSettings } from "./support/settings";
import { readVerifyOptions, VERIFY_USAGE, type VerifyOptions } from "./support/verify-options";

type Program = { programId: string; slug: string };

/** Between two lines of progress in a log. */
const LOG_MS = 10_000;
let shownAt = performance.now();

await runScript(async () => {
  const options = await readVerifyOptions(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(VERIFY_USAGE);
    return;
  }
  const { dataDirectory, databaseUrl } = readSettings();
  if (!databaseUrl && !existsSync(join(dataDirectory, "postgres"))) {
    throw new Sentence(
      `There is no database in ${dataDirectory}. Start the product once, or set DATABASE_URL.`,
    );
  }
  const embedded = databaseUrl ? null : await startEmbeddedDatabase(dataDirectory);
  Object.assign(process.env, await readSecrets(dataDirectory), {
    DATABASE_URL: databaseUrl ?? embedded?.url,
  });
  try {
    const programs = await db().program.findMany({
      where: options.slugs.length === 0 ? {} : { slug: { in: options.slugs } },
      select: { programId: true, slug: true },
      orderBy: { slug: "asc" },
    });
    if (programs.length === 0) throw new Sentence("There is no such program.");
    if (options.heads) await printHeads(programs);
    else for (const program of programs) await verify(program, options);
  } finally {
    await closeDb();
    if (embedded?.adopted === false) await embedded.stop();
  }
});

/** One JSON list for all programs, as `--against` reads it. */
async function printHeads(programs: readonly Program[]): Promise<void> {
  const heads: ChainHead[] = [];
  for (const { programId } of programs) heads.push(...(await readChainHeads(systemCtx(programId, "verify"))));
  process.stdout.write(`${JSON.stringify(heads, null, 2)}\n`);
}

async function verify({ programId, slug }: Program, { against }: VerifyOptions): Promise<void> {
  const report = await verifyProgram(systemCtx(programId, "verify"), {
    against,
    onProgress: (progress) => showProgress(slug, progress),
  });
  clearProgress();
  const { isSound, findings, broken, counts } = report;
  const { events, entries, transfers, accounts, lots, blocks } = counts;
  process.stdout.write(
    `${isSound ? "sound " : "BROKEN"}  ${slug} (${toTypeId("prog", programId)}): ${events} events, ` +
      `${entries} entries, ${transfers} transfers, ${accounts} accounts, ${lots} lots, ${blocks} blocks\n`,
  );
  for (const { check, where, detail } of findings) process.stdout.write(`  ${check}: ${where}: ${detail}\n`);
  for (const [check, found] of Object.entries(broken)) {
    const shown = findings.filter((finding) => finding.check === check).length;
    if (found > shown) process.stdout.write(`  ${check}: and ${found - shown} places more\n`);
  }
  if (!isSound) process.exitCode = 1;
}

/**
 * On the error output, so that it does not mix with what is kept of the other: a line that renews itself in a
 * terminal, a line now and then in a log.
 */
function showProgress(slug: string, { checksDone, checks, blocksWalked, blocks }: VerifyProgress): void {
  const line = `  ${slug}: ${checksDone} of ${checks} checks, ${blocksWalked} of ${blocks} blocks`;
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
  else if (performance.now() - shownAt >= LOG_MS) {
    shownAt = performance.now();
    process.stderr.write(`${line}\n`);
  }
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
}
