import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { access, constants } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { Ctx } from "@/lib/auth/context";
import { systemCtx } from "@/lib/auth/context";
import { present } from "@/lib/core/assert";
import { systemClock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import { canonicalJson } from "@/lib/core/hash";
import { fromTypeId, newId } from "@/lib/core/ids";
import { closeDb } from "@/lib/db";
import { startEmbeddedDatabase } from "@/lib/db/embedded";
import { runImportSlice } from "@/lib/flows/run-import";
import {
  cancelImport,
  findImportByHash,
  hashContent,
  type ImportDto,
  type ImportMapping,
  listRejects,
  readImport,
  readSample,
  rejectReport,
  resumeImport,
  startImport,
  uploadImport,
} from "@/lib/imports";
import { importMapping, REQUIRED_FIELDS } from "@/lib/imports/schema";
import { readProgramBySlug } from "@/lib/programs";
import { IMPORT_USAGE, type ImportOptions, parseImportOptions } from "./support/import-options";
import { ImportProgress, writeSummary } from "./support/import-progress";
import { runScript, Sentence } from "./support/sentence";
import { readSecrets, readSettings } from "./support/settings";

const POLL_MS = 500;
const SLICE_MS = 60_000;
const REJECTS_SHOWN = 10;

const holder = newId();
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

await runScript(async () => {
  const options = parseImportOptions(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(IMPORT_USAGE);
    return;
  }
  await access(options.file, constants.R_OK).catch(() => {
    throw new Sentence(`The file ${options.file} cannot be read.`);
  });
  const disconnect = await connect();
  try {
    process.exitCode = await importFile(options);
  } catch (error) {
    throw error instanceof AppError ? new Sentence(error.publicMessage) : error;
  } finally {
    await disconnect();
  }
});

/** Finds the database as the product does: DATABASE_URL, or the server in the data folder. */
async function connect(): Promise<() => Promise<void>> {
  const { dataDirectory, databaseUrl } = readSettings();
  if (!databaseUrl && !existsSync(join(dataDirectory, "postgres"))) {
    throw new Sentence(
      `There is no database in ${dataDirectory}. Start the product once with npm start, or set DATABASE_URL.`,
    );
  }
  const embedded = databaseUrl ? null : await startEmbeddedDatabase(dataDirectory);
  Object.assign(process.env, await readSecrets(dataDirectory), {
    DATABASE_URL: databaseUrl ?? embedded?.url,
    TESSERA_DATA_DIR: dataDirectory,
  });
  return async () => {
    await closeDb();
    if (embedded?.adopted === false) await embedded.stop();
  };
}

async function importFile(options: ImportOptions): Promise<number> {
  const program = await readProgramBySlug(options.program);
  const ctx = systemCtx(program.programId, "import");
  const importId = await openImport(ctx, options);
  const outcome = await drive(ctx, importId);
  if (outcome.state === "failed") throw new Sentence(outcome.error ?? "The import failed.");
  if (outcome.state !== "done" && outcome.state !== "cancelled") {
    throw new Sentence(
      "Stopped at a checkpoint. The same command goes on from there; a running product does, too.",
    );
  }
  writeSummary(outcome, (await listRejects(ctx, importId, { limit: REJECTS_SHOWN })).items);
  if (options.rejects !== undefined) {
    await pipeline(Readable.from(rejectReport(ctx, importId)), createWriteStream(options.rejects));
  }
  if (outcome.state === "cancelled") throw new Sentence("The import was cancelled.");
  return outcome.linesRejected > 0 ? 2 : 0;
}

/** The import of this file: one that is under way, or a new one. Returns its uuid. */
async function openImport(ctx: Ctx, options: ImportOptions): Promise<string> {
  const earlier = await findImportByHash(ctx, await hashContent(createReadStream(options.file)));
  if (earlier === null || earlier.state === "done") {
    if (earlier !== null) {
      process.stdout.write(
        `This file was imported before (${earlier.id}); baskets that went in are not posted again.\n`,
      );
    }
    const content = createReadStream(options.file);
    const { id } = await uploadImport(ctx, { fileName: basename(options.file), content });
    return start(ctx, uuidOf(id), options);
  }
  const importId = uuidOf(earlier.id);
  if (earlier.state === "uploaded") return start(ctx, importId, options);
  requireSameMapping(earlier, options);
  process.stdout.write(`Going on with the import of this file (${earlier.id}).\n`);
  if (earlier.state === "failed") await resumeImport(ctx, { importId });
  return importId;
}

async function start(ctx: Ctx, importId: string, options: ImportOptions): Promise<string> {
  const { guess } = await readSample(ctx, importId);
  const mapping = await mappingOrDiscard(ctx, importId, () => mappingOf(options, guess));
  if (options.mapping.columns === undefined) {
    const pairs = Object.entries(mapping.columns).map(([field, column]) => `${column}=${field}`);
    process.stdout.write(`Columns, by their names: --map ${pairs.join(",")}\n`);
  }
  await mappingOrDiscard(ctx, importId, () => startImport(ctx, { importId, mapping, holder }));
  return importId;
}

/** What cannot be mapped does not stay behind as an upload that nobody knows of. */
async function mappingOrDiscard<T>(ctx: Ctx, importId: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await cancelImport(ctx, { importId });
    throw error;
  }
}

function mappingOf({ mapping }: ImportOptions, guess: Record<string, unknown>): ImportMapping {
  const parsed = importMapping.safeParse({ ...guess, ...mapping });
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.at(-1));
  const missing = REQUIRED_FIELDS.filter((field) => fields.includes(field));
  throw new Sentence(
    missing.length > 0
      ? `Say which columns hold ${missing.join(", ")}: --map COLUMN=FIELD.`
      : `The mapping does not fit: ${parsed.error.issues.map((issue) => issue.message).join("; ")}`,
  );
}

function requireSameMapping(earlier: ImportDto, { mapping }: ImportOptions): void {
  const wanted = importMapping.safeParse({ ...earlier.mapping, ...mapping });
  if (wanted.success && canonicalJson(wanted.data) === canonicalJson(earlier.mapping)) return;
  throw new Sentence(
    `This file is being imported with another mapping (${earlier.id}). Cancel that import first, or use its mapping.`,
  );
}

/** Works on the import until it ends, or watches while another process does. */
async function drive(ctx: Ctx, importId: string): Promise<ImportDto> {
  const only = { programId: ctx.programId, importId };
  const progress = new ImportProgress(() => readImport(ctx, importId));
  try {
    for (;;) {
      const worked = await runImportSlice({
        clock: systemClock,
        holder,
        only,
        maxMilliseconds: SLICE_MS,
        signal: stop.signal,
      });
      const outcome = await readImport(ctx, importId);
      const isOver = outcome.finishedAt !== null;
      if ((isOver && worked === null) || stop.signal.aborted) return outcome;
      if (worked === null) await pause(POLL_MS);
    }
  } finally {
    await progress.end();
  }
}

function uuidOf(id: string): string {
  return present(fromTypeId("imp", id), "an import has an import's id");
}
