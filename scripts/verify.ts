import { existsSync } from "node:fs";
import { join } from "node:path";
import { systemCtx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { closeDb, db } from "@/lib/db";
import { startEmbeddedDatabase } from "@/lib/db/embedded";
import { verifyLedger } from "@/lib/wallet";
import { runScript, Sentence } from "./support/sentence";
import { readSecrets, readSettings } from "./support/settings";

/**
 * Proves the ledger of every program from its rows, or of those whose slugs are given. Ends with exit code 1 when
 * something does not hold.
 */
await runScript(async () => {
  const slugs = process.argv.slice(2);
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
      where: slugs.length === 0 ? {} : { slug: { in: slugs } },
      select: { programId: true, slug: true },
      orderBy: { slug: "asc" },
    });
    if (programs.length === 0) throw new Sentence("There is no such program.");
    for (const program of programs) await verify(program);
  } finally {
    await closeDb();
    if (embedded?.adopted === false) await embedded.stop();
  }
});

async function verify({ programId, slug }: { programId: string; slug: string }): Promise<void> {
  const { isSound, findings, counts } = await verifyLedger(systemCtx(programId, "verify"));
  const { events, transfers, accounts, blocks } = counts;
  const size = `${events} events, ${transfers} transfers, ${accounts} accounts, ${blocks} blocks`;
  process.stdout.write(
    `${isSound ? "sound " : "BROKEN"}  ${slug} (${toTypeId("prog", programId)}): ${size}\n`,
  );
  for (const { check, where, detail } of findings) process.stdout.write(`  ${check}: ${where}: ${detail}\n`);
  if (!isSound) process.exitCode = 1;
}
