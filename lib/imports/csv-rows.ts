import { createReadStream, type ReadStream } from "node:fs";
import { Transform, type TransformCallback } from "node:stream";
import { createGunzip } from "node:zlib";
import { CsvError, parse } from "csv-parse";
import { FileNotHere, UnreadableFile } from "./errors";
import type { FileLayout } from "./schema";

/** One record of a file. `lineNo`: the line on which it begins; the header is line 1. */
export type CsvRow = {
  lineNo: number;
  fields: string[];
  /** The record as it stands in the file, without the line break. */
  content: string;
  /** Where the next record begins: what reading on from here needs. */
  next: CsvPosition;
};

/** A place in the file between two records. */
export type CsvPosition = {
  /** Bytes after decompression. */
  byte: number;
  /** Lines before it. */
  line: number;
};

export const START_OF_FILE: CsvPosition = { byte: 0, line: 0 };

const MAX_RECORD_CHARACTERS = 1024 * 1024;
const LINE_BREAKS = /\r\n|\n|\r/g;

type ParserRecord = { raw: string; record: string[]; info: { bytes: number } };

/** Reads a CSV file row by row, in constant memory, from its beginning or from a place noted earlier. */
export class CsvFile {
  readonly #source: ReadStream;
  readonly #rows: AsyncIterable<ParserRecord>;
  readonly #from: CsvPosition;

  constructor(path: string, layout: Pick<FileLayout, "delimiter" | "encoding" | "gzip">, from: CsvPosition) {
    this.#from = from;
    this.#source = createReadStream(path, layout.gzip ? {} : { start: from.byte });
    const parser = parse({
      delimiter: layout.delimiter,
      encoding: layout.encoding === "latin1" ? "latin1" : "utf8",
      bom: from.byte === 0,
      info: true,
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD_CHARACTERS,
    });
    const stages = layout.gzip ? [createGunzip(), new SkipBytes(from.byte)] : [];
    let tail: NodeJS.ReadableStream = this.#source;
    for (const stage of [...stages, parser]) {
      tail.on("error", (error: Error) => stage.destroy(error));
      tail = tail.pipe(stage);
    }
    this.#rows = parser as AsyncIterable<ParserRecord>;
  }

  /** Bytes of the file on disk that have been read from it. */
  get fileBytesRead(): number {
    return this.#source.bytesRead + ((this.#source as { start?: number }).start ?? 0);
  }

  /** @throws UnreadableFile, FileNotHere */
  async *rows(): AsyncGenerator<CsvRow> {
    let { line } = this.#from;
    try {
      for await (const { raw, record, info } of this.#rows) {
        const leading = /^[\r\n]*/.exec(raw)?.[0] ?? "";
        const lineNo = line + 1 + countLines(leading);
        line += countLines(raw);
        yield {
          lineNo,
          fields: record,
          content: raw.slice(leading.length).replace(/[\r\n]+$/, ""),
          next: { byte: this.#from.byte + info.bytes, line },
        };
      }
    } catch (error) {
      throw this.#explain(error, line);
    } finally {
      this.#source.destroy();
    }
  }

  #explain(error: unknown, line: number): unknown {
    if (error instanceof CsvError) {
      const place = `the line after ${line.toLocaleString("en")}`;
      return new UnreadableFile(
        error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE"
          ? `A quoted field that begins in ${place} never ends. Nothing was posted; correct the file and upload it again.`
          : `The file cannot be read at ${place}: ${error.message}`,
        error,
      );
    }
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT") return new FileNotHere();
    if (code === "Z_BUF_ERROR") {
      return new UnreadableFile("The compressed file ends too early. Upload it again.", error);
    }
    if (code.startsWith("Z_")) {
      return new UnreadableFile("The compressed file is damaged. Upload it again.", error);
    }
    return error;
  }
}

function countLines(text: string): number {
  return text.match(LINE_BREAKS)?.length ?? 0;
}

/** Lets the stream begin `count` bytes later. */
class SkipBytes extends Transform {
  #left: number;

  constructor(count: number) {
    super();
    this.#left = count;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const skipped = Math.min(this.#left, chunk.length);
    this.#left -= skipped;
    done(null, skipped < chunk.length ? chunk.subarray(skipped) : undefined);
  }
}
