import { crc32, deflateRawSync } from "node:zlib";
import { assert } from "@/lib/core/assert";

/**
 * A ZIP archive (APPNOTE 6.3.10) that is written as its files are made: what is yet unknown of a file stands after it,
 * and the list of files at the end. Each piece that is written is compressed by itself, so nothing is held but the
 * piece in hand and a few bytes a file.
 */
export class ZipStream {
  readonly #time: number;
  readonly #date: number;
  readonly #files: { name: Buffer; crc: number; packed: number; size: number; offset: number }[] = [];
  #position = 0;
  #open: { name: Buffer; crc: number; packed: number; size: number; offset: number } | null = null;

  /** @param at the time that all files bear */
  constructor(at: Date) {
    this.#time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
    this.#date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  }

  *beginFile(name: string): Generator<Buffer> {
    assert(this.#open === null, "one file at a time");
    const file = { name: Buffer.from(name, "utf8"), crc: 0, packed: 0, size: 0, offset: this.#position };
    this.#open = file;
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    this.#writeCommon(header, 4);
    header.writeUInt16LE(file.name.length, 26);
    yield this.#out(header);
    yield this.#out(file.name);
  }

  *write(content: Buffer): Generator<Buffer> {
    const file = this.#open;
    assert(file !== null, "a file is open");
    if (content.length === 0) return;
    file.crc = crc32(content, file.crc);
    file.size += content.length;
    const packed = deflatePiece(content);
    file.packed += packed.length;
    yield this.#out(packed);
  }

  *endFile(): Generator<Buffer> {
    const file = this.#open;
    assert(file !== null, "a file is open");
    file.packed += LAST_PIECE.length;
    yield this.#out(LAST_PIECE);
    assert(file.size < MOST_BYTES && this.#position < MOST_BYTES, "an archive without 64-bit sizes");
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(0x08074b50, 0);
    writeSizes(descriptor, 4, file);
    yield this.#out(descriptor);
    this.#files.push(file);
    this.#open = null;
  }

  *end(): Generator<Buffer> {
    const begin = this.#position;
    for (const file of this.#files) {
      const entry = Buffer.alloc(46);
      entry.writeUInt32LE(0x02014b50, 0);
      entry.writeUInt16LE(VERSION, 4);
      this.#writeCommon(entry, 6);
      writeSizes(entry, 16, file);
      entry.writeUInt16LE(file.name.length, 28);
      entry.writeUInt32LE(file.offset, 42);
      yield this.#out(entry);
      yield this.#out(file.name);
    }
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.#files.length, 8);
    end.writeUInt16LE(this.#files.length, 10);
    end.writeUInt32LE(this.#position - begin, 12);
    end.writeUInt32LE(begin, 16);
    yield end;
  }

  /** Version, flags, method and time, which both headers of a file have in a row. */
  #writeCommon(target: Buffer, at: number): void {
    target.writeUInt16LE(VERSION, at);
    target.writeUInt16LE(SIZES_FOLLOW | NAMES_IN_UTF8, at + 2);
    target.writeUInt16LE(DEFLATED, at + 4);
    target.writeUInt16LE(this.#time, at + 6);
    target.writeUInt16LE(this.#date, at + 8);
  }

  #out(bytes: Buffer): Buffer {
    this.#position += bytes.length;
    return bytes;
  }
}

const VERSION = 20;
const SIZES_FOLLOW = 1 << 3;
const NAMES_IN_UTF8 = 1 << 11;
const DEFLATED = 8;
const MOST_BYTES = 2 ** 32 - 1;
/** An empty last block of fixed codes. */
const LAST_PIECE = Buffer.from([0x03, 0x00]);
/** Ends a piece on a byte, without ending the stream. */
const SYNC_FLUSH = 2;

function deflatePiece(content: Buffer): Buffer {
  return deflateRawSync(content, { finishFlush: SYNC_FLUSH });
}

function writeSizes(target: Buffer, at: number, file: { crc: number; packed: number; size: number }): void {
  target.writeUInt32LE(file.crc, at);
  target.writeUInt32LE(file.packed, at + 4);
  target.writeUInt32LE(file.size, at + 8);
}
