import "server-only";
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { env } from "@/lib/config/env";
import { Invalid } from "@/lib/core/errors";
import { CsvFile, START_OF_FILE } from "./csv-rows";
import { guessDelimiter, guessEncoding, isGzip, refusalOf } from "./guess-layout";
import type { FileLayout } from "./schema";

const SAMPLE_BYTES = 64 * 1024;
const MAX_COLUMNS = 200;

export function uploadPath(fileKey: string): string {
  return join(env().TESSERA_DATA_DIR, "uploads", fileKey);
}

/**
 * Stores a file as it streams in, whatever its size. It appears under its name only when it is whole.
 * @returns its size and SHA-256
 */
export async function storeFile(
  fileKey: string,
  content: AsyncIterable<Uint8Array>,
): Promise<{ bytes: number; hash: Buffer }> {
  const path = uploadPath(fileKey);
  const partial = `${path}.part`;
  await mkdir(join(path, ".."), { recursive: true });
  const digest = createHash("sha256");
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      digest.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(content, measure, createWriteStream(partial, { mode: 0o600 }));
    const file = await open(partial, "r");
    await file.sync().finally(() => file.close());
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return { bytes, hash: digest.digest() };
}

/** SHA-256 of a stream's bytes. */
export async function hashContent(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const digest = createHash("sha256");
  for await (const chunk of content) digest.update(chunk);
  return digest.digest();
}

/** Stored files, whole or half, whose names begin so, each with when it was written or used last. */
export async function listFiles(prefix: string): Promise<{ fileKey: string; usedAt: Date }[]> {
  const names = await readdir(uploadPath("")).catch(() => []);
  const files: { fileKey: string; usedAt: Date }[] = [];
  for (const fileKey of names.filter((name) => name.startsWith(prefix))) {
    // Another process may be tidying up too.
    const found = await stat(uploadPath(fileKey)).catch(() => null);
    if (found !== null) files.push({ fileKey, usedAt: found.mtime });
  }
  return files;
}

/** Notes that a file is used, so that nobody takes it for forgotten. @returns false where there is none */
export async function touchFile(fileKey: string, now: Date): Promise<boolean> {
  return utimes(uploadPath(fileKey), now, now).then(
    () => true,
    () => false,
  );
}

export async function removeFile(fileKey: string): Promise<void> {
  await rm(uploadPath(fileKey), { force: true });
}

/**
 * Finds out how a stored file is written: compression, encoding, delimiter and the columns of its header.
 * @throws Invalid when it is not a CSV file with a header line and something below it; UnreadableFile
 */
export async function inspectFile(fileKey: string): Promise<FileLayout> {
  const layout = await inspectText(fileKey);
  const rows = new CsvFile(uploadPath(fileKey), layout, START_OF_FILE).rows();
  const header = await rows.next();
  const firstLine = header.done ? header : await rows.next();
  await rows.return(undefined);
  const columns = (header.done ? [] : header.value.fields).map((name) => name.trim());
  checkHeader(columns);
  if (firstLine.done) throw refusal("The file has a header line and nothing below it.");
  return { columns, ...layout };
}

/**
 * The same of a file of lines, whether or not the first of them is a header.
 * @throws Invalid when it is empty, or no text
 */
export async function inspectText(fileKey: string): Promise<Omit<FileLayout, "columns">> {
  const path = uploadPath(fileKey);
  const start = await firstBytes(createReadStream(path, { end: SAMPLE_BYTES - 1 }));
  if (start.length === 0) throw refusal("The file is empty.");
  const gzip = isGzip(start);
  const head = gzip ? await firstBytes(createReadStream(path).pipe(createGunzip())) : start;
  const refused = refusalOf(head);
  if (refused !== null) throw refusal(refused);

  const encoding = guessEncoding(head);
  const firstLine =
    new TextDecoder(encoding)
      .decode(head)
      .split(/\r\n|\n|\r/)
      .find((line) => line !== "") ?? "";
  return { delimiter: guessDelimiter(firstLine), encoding, gzip };
}

function checkHeader(columns: string[]): void {
  if (columns.length < 2) {
    throw refusal(
      "The first line does not look like a header: columns are separated by comma, semicolon, tab or |.",
    );
  }
  if (columns.length > MAX_COLUMNS) throw refusal(`The file has more than ${MAX_COLUMNS} columns.`);
  const twice = columns.find((name, index) => name !== "" && columns.indexOf(name) !== index);
  if (twice !== undefined) throw refusal(`Two columns are named “${twice}”. Give each its own name.`);
  if (columns.every((name) => /^[\d.,:\s-]*$/.test(name))) {
    throw refusal("The first line holds values, not names. Add a header line that names the columns.");
  }
}

function refusal(detail: string): Invalid {
  return new Invalid(detail, [{ pointer: "/file", code: "unusable_file", detail }]);
}

/** The first bytes of a stream, at most SAMPLE_BYTES; a gzip stream cut short gives what it has. */
async function firstBytes(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      const bytes = chunk as Buffer;
      chunks.push(bytes);
      length += bytes.length;
      if (length >= SAMPLE_BYTES) break;
    }
  } catch (error) {
    if (length === 0) throw refusal("The compressed file is damaged. Compress it again and upload it.");
    // What is wrong further on shows, with its place, when the file is read.
    if (!(error instanceof Error)) throw error;
  }
  return Buffer.concat(chunks).subarray(0, SAMPLE_BYTES);
}
