import { existsSync } from "node:fs";
import { join } from "node:path";
import { systemCtx } from "@/lib/auth/context";
import { AppError } from "@/lib/core/errors";
import { closeDb, db } from "@/lib/db";
import { startEmbeddedDatabase } from "@/lib/db/embedded";
import { applyProgram, exportProgram, planProgram } from "@/lib/flows/program-code";
import { type CodePlan, printDocument } from "@/lib/program-code";
import {
  PROGRAM_USAGE,
  type ProgramOptions,
  readJsonFile,
  readProgramOptions,
} from "./support/program-options";
import { runScript, Sentence } from "./support/sentence";
import { readSecrets, readSettings } from "./support/settings";

const HAS_CHANGES = 2;
const SIGNS = { add: "+", change: "~", remove: "-" } as const;

await runScript(async () => {
  const options = readProgramOptions(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(PROGRAM_USAGE);
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
    await run(options);
  } catch (error) {
    if (error instanceof AppError) throw new Sentence(inWords(error));
    throw error;
  } finally {
    await closeDb();
    if (embedded?.adopted === false) await embedded.stop();
  }
});

async function run(options: ProgramOptions): Promise<void> {
  const ctx = await contextOf(options.slug);
  if (options.command === "export") {
    process.stdout.write(printDocument(await exportProgram(ctx)));
    return;
  }
  const document =
    "file" in options.from
      ? await readJsonFile(options.from.file)
      : await exportProgram(await contextOf(options.from.slug));
  if (options.command === "apply") {
    print(await applyProgram(ctx, document));
    return;
  }
  const plan = await planProgram(ctx, document);
  print(plan);
  if (plan.changes.length > 0) process.exitCode = HAS_CHANGES;
}

async function contextOf(slug: string) {
  const program = await db().program.findUnique({ where: { slug }, select: { programId: true } });
  if (program === null) throw new Sentence(`There is no program “${slug}”.`);
  return systemCtx(program.programId, "program-code");
}

function print({ changes, kept }: CodePlan): void {
  for (const { action, words } of changes) process.stdout.write(`${SIGNS[action]} ${words}\n`);
  for (const words of kept) process.stdout.write(`  ${words}\n`);
  if (changes.length === 0)
    process.stdout.write("Nothing to change: the program is as the document has it.\n");
}

function inWords({ publicMessage, fields = [] }: AppError): string {
  return [publicMessage, ...fields.map(({ pointer, detail }) => `  ${pointer}: ${detail}`)].join("\n");
}
