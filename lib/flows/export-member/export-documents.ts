import { type CsvCell, toCsvLine } from "@/lib/core/csv";
import type { ExportRow } from "./sections";
import { ZipStream } from "./zip-stream";

/** Rows of one part of an export as they are read. */
export type ExportBatch = { section: string; columns: readonly string[]; rows: ExportRow[] };

/** The export as one JSON document: a head, and under `data` a list for each part. */
export async function* asJson(head: object, batches: AsyncIterable<ExportBatch>): AsyncGenerator<Buffer> {
  yield Buffer.from(`${JSON.stringify(head).slice(0, -1)},"data":{`);
  let open: string | null = null;
  let isFirst = true;
  for await (const { section, rows } of batches) {
    if (section !== open) {
      yield Buffer.from(`${open === null ? "" : "\n],"}\n${JSON.stringify(section)}:[`);
      open = section;
      isFirst = true;
    }
    for (const row of rows) {
      yield Buffer.from(`${isFirst ? "" : ","}\n${JSON.stringify(row)}`);
      isFirst = false;
    }
  }
  yield Buffer.from(open === null ? "}}\n" : "\n]}}\n");
}

/** The export as an archive with a CSV file for each part. */
export async function* asCsvArchive(batches: AsyncIterable<ExportBatch>, at: Date): AsyncGenerator<Buffer> {
  const archive = new ZipStream(at);
  let open: string | null = null;
  for await (const { section, columns, rows } of batches) {
    if (section !== open) {
      if (open !== null) yield* archive.endFile();
      yield* archive.beginFile(`${section}.csv`);
      // The mark by which spreadsheets know the encoding.
      yield* archive.write(Buffer.from(`\uFEFF${toCsvLine(columns)}`));
      open = section;
    }
    const lines = rows.map((row) => toCsvLine(columns.map((column) => toCell(row[column]))));
    yield* archive.write(Buffer.from(lines.join("")));
  }
  if (open !== null) yield* archive.endFile();
  yield* archive.end();
}

function toCell(value: unknown): CsvCell {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "string") return value;
  return JSON.stringify(value);
}
