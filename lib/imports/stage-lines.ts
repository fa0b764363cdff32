import "server-only";
import { assert, present } from "@/lib/core/assert";
import { db } from "@/lib/db";
import { readProgram } from "@/lib/programs";
import { CsvFile, type CsvPosition, type CsvRow } from "./csv-rows";
import { currencyDigits } from "./currency-digits";
import { uploadPath } from "./files";
import { findImport, layoutOf, mappingOf } from "./import-row";
import { type Lease, stepUnderLease } from "./lease";
import { compileMapping, type LineParser } from "./parse-line";
import type { RejectedLine, StagedLine } from "./schema";
import { insertLines, insertRejects } from "./sql";

const CHUNK_LINES = 2_000;

/**
 * Reads the file on from the checkpoint and stages its lines, chunk by chunk; each chunk commits with the place
 * where the next one begins. Ends at the end of the file or when `shouldPause` says so.
 * @throws LeaseLost; UnreadableFile; FileNotHere
 */
export async function stageLines(lease: Lease, shouldPause: () => boolean): Promise<void> {
  const row = await findImport(db(), lease.programId, lease.importId);
  const layout = layoutOf(row);
  const parse = await lineParser(lease.programId, row);
  const from: CsvPosition = { byte: Number(row.bytesRead), line: Number(row.linesRead) };
  const file = new CsvFile(uploadPath(row.fileKey), layout, from);
  const stage = (rows: CsvRow[], at: CsvPosition, isEnd: boolean) =>
    commitChunk(lease, parse, { rows, at, isEnd, fileBytesRead: file.fileBytesRead });

  let position = from;
  let isHeader = from.byte === 0;
  let chunk: CsvRow[] = [];
  for await (const record of file.rows()) {
    if (!isHeader) chunk.push(record);
    isHeader = false;
    if (chunk.length < CHUNK_LINES) continue;
    await stage(chunk, position, false);
    position = record.next;
    chunk = [];
    if (shouldPause()) return;
  }
  await stage(chunk, position, true);
}

async function lineParser(
  programId: string,
  row: Parameters<typeof layoutOf>[0] & Parameters<typeof mappingOf>[0],
): Promise<LineParser> {
  const { timeZone, currency } = await readProgram(programId);
  return compileMapping(present(mappingOf(row), "a started import has a mapping"), layoutOf(row).columns, {
    timeZone,
    currencyDigits: currencyDigits(currency),
  });
}

type Chunk = { rows: CsvRow[]; at: CsvPosition; isEnd: boolean; fileBytesRead: number };

async function commitChunk(
  lease: Lease,
  parse: LineParser,
  { rows, at, isEnd, fileBytesRead }: Chunk,
): Promise<void> {
  const lines: StagedLine[] = [];
  const rejects: RejectedLine[] = [];
  for (const row of rows) {
    const parsed = parse(row);
    if (parsed.ok) lines.push(parsed.line);
    else rejects.push(parsed.reject);
  }
  const { programId, importId } = lease;
  const end = rows.at(-1)?.next ?? at;
  await stepUnderLease(lease, "staging", async (tx, checkpoint) => {
    assert(checkpoint.bytesRead === BigInt(at.byte), "only the holder of the lease moves the checkpoint");
    await insertLines(tx, lease, lines);
    await insertRejects(tx, lease, rejects);
    await tx.import.update({
      where: { programId_importId: { programId, importId } },
      data: {
        linesRead: end.line,
        bytesRead: end.byte,
        fileBytesRead,
        lines: { increment: rows.length },
        linesRejected: { increment: rejects.length },
        attempts: 0,
        ...(isEnd ? { state: "grouping" } : {}),
      },
    });
  });
}
