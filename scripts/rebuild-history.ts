import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { closeDb, db } from "@/lib/db";
import { startEmbeddedDatabase } from "@/lib/db/embedded";
import { rebuildHistory } from "@/lib/flows/prepare-history";
import { runScript, Sentence } from "./support/sentence";
import { readSecrets, readSettings } from "./support/settings";

const USAGE = `Counts what members have done anew from their events, for every program or those that are named, while they go on.

  npm run history:rebuild -- [--program SLUG]…

What campaigns look at is counted with each posting; npm run ledger:verify says whether it is right.
`;

await runScript(async () => {
  const { values } = parseArgs({
    options: { program: { type: "string", multiple: true }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    process.stdout.write(USAGE);
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
      where: values.program === undefined ? {} : { slug: { in: values.program } },
      select: { programId: true, slug: true },
      orderBy: { slug: "asc" },
    });
    if (programs.length === 0) throw new Sentence("There is no such program.");
    for (const { programId, slug } of programs) {
      const members = await rebuildHistory(programId);
      process.stdout.write(`${slug}: ${members === 0 ? "no history is kept" : `${members} members`}\n`);
    }
  } finally {
    await closeDb();
    if (embedded?.adopted === false) await embedded.stop();
  }
});
