import "server-only";
import { present } from "@/lib/core/assert";
import { localDay } from "@/lib/core/calendar";
import { type Clock, systemClock } from "@/lib/core/clock";
import { Invalid } from "@/lib/core/errors";
import { type Tx, withTx } from "@/lib/db";
import { CsvFile, type CsvRow, removeFile, uploadPath } from "@/lib/imports";
import { fileLayout } from "@/lib/imports/schema";
import { readProgram } from "@/lib/programs";
import { MAX_CODE_LINES } from "./pool-input";
import { type CodeLine, isHeader, isRefused, type RefusedLine, readLine } from "./read-line";
import { recordFault } from "./record-fault";
import {
  findDuplicates,
  insertCodes,
  insertRefused,
  lockNumbers,
  lockOpenUpload,
  type UploadKey,
} from "./upload-sql";

/** Lines read and put into the pool in one transaction. */
const PAGE_LINES = 5_000;
const textLayout = fileLayout.omit({ columns: true });

/**
 * One step of work on a file of codes: its next lines, in one transaction that commits with the place where the
 * following ones begin and holds the file. A process that is killed anywhere loses nothing and adds nothing twice, and
 * two never work on the same file.
 * @param only works on this file alone; absent: on the one that has waited longest
 * @returns the file that was worked on; null when there was none
 */
export async function readCodes({
  clock = systemClock,
  only = null,
}: {
  clock?: Clock;
  only?: UploadKey | null;
} = {}): Promise<UploadKey | null> {
  let taken: UploadKey | null = null;
  let finished: string | null = null;
  try {
    await withTx({}, async (tx) => {
      taken = await lockOpenUpload(tx, only);
      finished = taken === null ? null : await readPage(tx, taken, clock);
    });
  } catch (error) {
    if (taken === null) throw error;
    await recordFault(taken, error, clock);
  }
  if (finished !== null) await removeFile(finished);
  return taken;
}

/** @returns the key of the file where this was its last page */
async function readPage(tx: Tx, key: UploadKey, clock: Clock): Promise<string | null> {
  const upload = present(
    await tx.codeUpload.findUnique({ where: { programId_uploadId: key } }),
    "a locked upload is there",
  );
  const { poolId, fileKey } = upload;
  const from = { byte: Number(upload.bytesRead), line: upload.linesRead };
  const file = new CsvFile(uploadPath(fileKey), textLayout.parse(upload.layout), from);
  const { rows, next, isEnd } = await nextRows(file, from);
  if (next.line > MAX_CODE_LINES) {
    const most = MAX_CODE_LINES.toLocaleString("en");
    throw new Invalid(
      `A file of codes has at most ${most} lines. Those before are in the pool; split the rest.`,
    );
  }
  const { timeZone } = await readProgram(key.programId, tx);
  const today = localDay(clock.now(), timeZone);
  const codes: CodeLine[] = [];
  const refused: RefusedLine[] = [];
  for (const { lineNo, fields } of rows) {
    const read = readLine(lineNo, fields, today);
    if (isRefused(read)) refused.push(read);
    else codes.push(read);
  }
  const duplicates = await addCodes(tx, { ...key, poolId }, codes);
  await insertRefused(tx, key, [...refused, ...duplicates]);
  await tx.codeUpload.update({
    where: { programId_uploadId: key },
    data: {
      bytesRead: next.byte,
      linesRead: next.line,
      fileBytesRead: file.fileBytesRead,
      lines: { increment: rows.length },
      added: { increment: codes.length - duplicates.length },
      duplicates: { increment: duplicates.length },
      refused: { increment: refused.length },
      attempts: 0,
      ...(isEnd ? { state: "done", finishedAt: clock.now() } : {}),
    },
  });
  return isEnd ? fileKey : null;
}

async function nextRows(file: CsvFile, from: { byte: number; line: number }) {
  const rows: CsvRow[] = [];
  let next = from;
  for await (const row of file.rows()) {
    if (next.byte > 0 || !isHeader(row.fields)) rows.push(row);
    next = row.next;
    if (rows.length === PAGE_LINES) return { rows, next, isEnd: false };
  }
  return { rows, next, isEnd: true };
}

/** @returns the lines that did not go in, because their code is known */
async function addCodes(
  tx: Tx,
  upload: UploadKey & { poolId: string },
  codes: readonly CodeLine[],
): Promise<RefusedLine[]> {
  const last = await lockNumbers(tx, upload.programId, upload.poolId);
  const added = await insertCodes(tx, upload, last, codes);
  return added === codes.length ? [] : findDuplicates(tx, upload, last, codes);
}
