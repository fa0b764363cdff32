import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { present } from "@/lib/core/assert";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Conflict, Invalid } from "@/lib/core/errors";
import { isUuid, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { resolveMembers } from "@/lib/members";
import { recallProgram } from "@/lib/programs";
import { CsvFile, type CsvRow, START_OF_FILE } from "./csv-rows";
import { currencyDigits } from "./currency-digits";
import { uploadPath } from "./files";
import { guessMapping } from "./guess-mapping";
import { findImport, layoutOf, mappingOf, toImportDto } from "./import-row";
import { compileMapping } from "./parse-line";
import { previewBaskets, toRejectDto } from "./preview";
import {
  type ImportDetailDto,
  type ImportDto,
  type ImportMapping,
  type ImportMappingInput,
  type ImportState,
  importMapping,
  type PreviewDto,
  type RejectDto,
  type SampleDto,
} from "./schema";
import type { ImportKey } from "./sql";

const PREVIEW_LINES = 2_000;
const PREVIEW_BASKETS = 6;
const SAMPLE_LINES = 50;
const SAMPLES_SHOWN = 3;

/** Imports of the program, the newest first. */
export async function listImports(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<ImportDto>> {
  requirePermission(ctx, "imports:write");
  const before = cursor === undefined ? undefined : uuidOf(decodeCursor(cursor));
  const rows = await db().import.findMany({
    where: { programId: ctx.programId, ...(before ? { importId: { lt: before } } : {}) },
    // Ids are made in order of time.
    orderBy: { importId: "desc" },
    take: limit + 1,
  });
  const page = toPage(rows, limit, (last) => [last.importId]);
  return { items: page.items.map(toImportDto), nextCursor: page.nextCursor };
}

/** @throws NotFound */
export async function readImport(ctx: Ctx, importId: string): Promise<ImportDetailDto> {
  requirePermission(ctx, "imports:write");
  const row = await findImport(db(), ctx.programId, importId);
  const earlier = await db().import.findFirst({
    where: {
      programId: ctx.programId,
      fileHash: row.fileHash,
      importId: { lt: importId },
      state: { notIn: ["uploaded", "cancelled"] },
    },
    orderBy: { importId: "desc" },
    select: { importId: true, createdAt: true },
  });
  return {
    ...toImportDto(row),
    importedBefore: earlier && {
      id: toTypeId("imp", earlier.importId),
      createdAt: earlier.createdAt.toISOString(),
    },
  };
}

/** The newest import of exactly these bytes that is not cancelled, or null. */
export async function findImportByHash(ctx: Ctx, fileHash: Buffer): Promise<ImportDto | null> {
  requirePermission(ctx, "imports:write");
  const row = await db().import.findFirst({
    where: { programId: ctx.programId, fileHash: Uint8Array.from(fileHash), state: { not: "cancelled" } },
    orderBy: { importId: "desc" },
  });
  return row && toImportDto(row);
}

/**
 * The columns of an uploaded file with a few values each, and a first proposal of which is what.
 * @throws NotFound; Conflict `import_started`; FileNotHere
 */
export async function readSample(ctx: Ctx, importId: string): Promise<SampleDto> {
  const { layout, rows } = await readFirstRows(ctx, importId, SAMPLE_LINES);
  const columns = layout.columns.map((name, position) => ({
    name,
    samples: rows.map(({ fields }) => fields[position] ?? "").filter((value) => value.trim() !== ""),
  }));
  return {
    guess: guessMapping(columns),
    columns: columns.map(({ name, samples }) => ({
      name,
      samples: [...new Set(samples)].slice(0, SAMPLES_SHOWN).map((sample) => sample.slice(0, 60)),
    })),
  };
}

/**
 * What the first lines of an uploaded file would become under a mapping; writes nothing.
 * @throws NotFound; Invalid naming the columns that the file lacks; Conflict `import_started`; FileNotHere
 */
export async function previewImport(
  ctx: Ctx,
  input: { importId: string; mapping: ImportMappingInput },
): Promise<PreviewDto> {
  const mapping = importMapping.parse(input.mapping);
  const { layout, rows } = await readFirstRows(ctx, input.importId, PREVIEW_LINES);
  const { timeZone, currency } = await recallProgram(ctx.programId);
  const parse = compileMapping(mapping, layout.columns, {
    timeZone,
    currencyDigits: currencyDigits(currency),
  });
  const preview = previewBaskets(rows, parse, PREVIEW_BASKETS);
  const members = await resolveMembers(
    ctx,
    preview.baskets.map(({ memberId }) => ({ externalId: memberId })),
  );
  const baskets = preview.baskets.map((basket, index) => {
    const memberKnown = members[index] != null;
    const unknown = "The program has no member with this id.";
    const problem = basket.problem ?? (memberKnown || mapping.createMembers ? null : unknown);
    return { ...basket, memberKnown, problem };
  });
  return { ...preview, baskets };
}

async function readFirstRows(ctx: Ctx, importId: string, count: number) {
  requirePermission(ctx, "imports:write");
  const row = await findImport(db(), ctx.programId, importId);
  if (row.state !== "uploaded") {
    throw new Conflict(
      "import_started",
      "This import was started or cancelled; there is nothing left to map.",
    );
  }
  const layout = layoutOf(row);
  const rows: CsvRow[] = [];
  let isHeader = true;
  for await (const record of new CsvFile(uploadPath(row.fileKey), layout, START_OF_FILE).rows()) {
    if (!isHeader) rows.push(record);
    isHeader = false;
    if (rows.length === count) break;
  }
  return { layout, rows };
}

/** The lines that did not go in, in the order of the file. */
export async function listRejects(
  ctx: Ctx,
  importId: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<RejectDto>> {
  requirePermission(ctx, "imports:write");
  await findImport(db(), ctx.programId, importId);
  const after = cursor === undefined ? 0 : Number(decodeCursor(cursor)[0]);
  if (!Number.isSafeInteger(after)) throw new Invalid("The cursor is not one that this list gave out.");
  const rows = await db().importReject.findMany({
    where: { programId: ctx.programId, importId, lineNo: { gt: after } },
    orderBy: { lineNo: "asc" },
    take: limit + 1,
  });
  const page = toPage(rows, limit, (last) => [Number(last.lineNo)]);
  return {
    items: page.items.map((row) => toRejectDto({ ...row, lineNo: Number(row.lineNo) })),
    nextCursor: page.nextCursor,
  };
}

/** Where an import stands, for those who work on it. */
export async function readState({ programId, importId }: ImportKey): Promise<ImportState> {
  return (await findImport(db(), programId, importId)).state;
}

export async function readMapping({ programId, importId }: ImportKey): Promise<ImportMapping> {
  const row = await findImport(db(), programId, importId);
  return present(mappingOf(row), "a started import has a mapping");
}

function uuidOf([id]: (string | number)[]): string {
  if (typeof id === "string" && isUuid(id)) return id;
  throw new Invalid("The cursor is not one that this list gave out.");
}
