import "server-only";
import type { Tx } from "@/lib/db";
import { CsvFile, type CsvRow, uploadPath } from "@/lib/imports";
import { fileLayout } from "@/lib/imports/schema";
import { findMembersByKeys } from "@/lib/members";
import { readProgram } from "@/lib/programs";
import { type CreditJobRow, findJob } from "./job-row";
import {
  type CheckedLine,
  checkLine,
  findColumns,
  isRefused,
  type RefusedLine,
  readLine,
} from "./parse-line";
import { type CreditKey, insertLines, insertRefused, refuseRepeats, sumLines } from "./sql";

/** Lines read and checked in one transaction. */
const CHUNK_LINES = 5_000;

/**
 * Reads the file on from where the job stands and checks its next lines; they commit with the place where the next
 * ones begin. At the end of the file the job is ready to be confirmed.
 * @throws UnreadableFile; FileNotHere
 */
export async function checkLines(tx: Tx, key: CreditKey): Promise<void> {
  const job = await findJob(tx, key.programId, key.jobId);
  const chunk = await readChunk(job);
  const program = await readProgram(key.programId, tx);
  const { columns: header } = fileLayout.parse(job.layout);
  const columns = findColumns(header);
  const read = chunk.rows.map((row) => readLine(row, columns, header.length));
  const keys = read.flatMap(({ memberKey }) => (memberKey === "" ? [] : [memberKey]));
  const context = {
    members: await findMembersByKeys(tx, key.programId, keys),
    pointTypes: program.pointTypes,
    usualReason: job.reason,
  };
  const good: CheckedLine[] = [];
  const refused: RefusedLine[] = [];
  for (const line of read) {
    const checked = checkLine(line, context);
    if (isRefused(checked)) refused.push(checked);
    else good.push(checked);
  }
  await insertLines(tx, key, good);
  await insertRefused(tx, key, refused);
  await tx.creditJob.update({
    where: { programId_jobId: key },
    data: {
      linesRead: chunk.next.line,
      bytesRead: chunk.next.byte,
      fileBytesRead: chunk.fileBytesRead,
      lines: { increment: chunk.rows.length },
      linesRefused: { increment: refused.length },
      attempts: 0,
    },
  });
  if (chunk.isEnd) await finishChecking(tx, key);
}

async function readChunk(job: CreditJobRow) {
  const from = { byte: Number(job.bytesRead), line: Number(job.linesRead) };
  const file = new CsvFile(uploadPath(job.fileKey), fileLayout.parse(job.layout), from);
  const rows: CsvRow[] = [];
  let next = from;
  let isEnd = true;
  for await (const row of file.rows()) {
    // The header is the first record of the file.
    if (next.byte > 0) rows.push(row);
    next = row.next;
    if (rows.length === CHUNK_LINES) {
      isEnd = false;
      break;
    }
  }
  return { rows, next, isEnd, fileBytesRead: file.fileBytesRead };
}

async function finishChecking(tx: Tx, key: CreditKey): Promise<void> {
  await refuseRepeats(tx, key);
  const { credits, points, members, refused } = await sumLines(tx, key);
  await tx.creditJob.update({
    where: { programId_jobId: key },
    data: { state: "ready", credits, points, members, linesRefused: refused },
  });
}
