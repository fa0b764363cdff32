/** What a column of a batch holds. Instants are Dates, days `YYYY-MM-DD` or `infinity`, JSON is text. */
export type ColumnType =
  | "uuid"
  | "bigint"
  | "integer"
  | "smallint"
  | "boolean"
  | "text"
  | "json"
  | "jsonb"
  | "date"
  | "timestamptz"
  | "bytea";

export type ColumnValue = string | number | boolean | Date | Uint8Array | null;

/** A column of a table, and what of each row goes there. The same object stands for the same content. */
export type Column<Row> = { name: string; type: ColumnType; of: (row: Row, index: number) => ColumnValue };

const SIGNATURE = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const USUAL_ROW_BYTES = 256;
/** What no value is equal to. */
const NOTHING: ColumnValue = Number.NaN;

/** Rows in PostgreSQL's binary format for COPY. */
export function binaryRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Buffer {
  const out = new Sink(SIGNATURE.length + rows.length * USUAL_ROW_BYTES);
  out.bytes(SIGNATURE);
  const kept = columns.map((column) => ({ column, latest: NOTHING, start: 0, end: 0 }));
  rows.forEach((row, index) => {
    out.int16(columns.length);
    for (const own of kept) {
      const { name, type, of } = own.column;
      const value = of(row, index);
      // Most of what rows of a batch hold is the same in the row before: its bytes are there already.
      if (value === own.latest) out.repeat(own.start, own.end);
      else {
        own.start = out.length;
        if (value === null) out.int32(-1);
        else if (!write(out, type, value)) throw new TypeError(`${name}: no ${type} is made of ${value}`);
        own.end = out.length;
        own.latest = value;
      }
    }
  });
  out.int16(-1);
  return out.end();
}

/** @returns false for a value that is not of the type */
function write(out: Sink, type: ColumnType, value: NonNullable<ColumnValue>): boolean {
  switch (typeof value) {
    case "string":
      if (type === "uuid") out.uuid(value);
      else if (type === "text" || type === "json") out.text(value);
      else if (type === "jsonb") out.text(JSONB_VERSION + value);
      else if (type === "date") out.sized4(daysOf(value));
      else return false;
      return true;
    case "number":
      if (type === "bigint") out.sized8(value);
      else if (type === "integer") out.sized4(value);
      else if (type === "smallint") out.sized2(value);
      else return false;
      return true;
    case "boolean":
      if (type !== "boolean") return false;
      out.sized1(value ? 1 : 0);
      return true;
    default:
      if (type === "timestamptz" && value instanceof Date) out.sized8((value.getTime() - EPOCH_MS) * 1000);
      else if (type === "bytea" && value instanceof Uint8Array) {
        out.int32(value.length);
        out.bytes(value);
      } else return false;
      return true;
  }
}

const JSONB_VERSION = "\u0001";

/** PostgreSQL counts from the year 2000. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
const DAY_MS = 86_400_000;
const INFINITY_DAYS = 0x7fff_ffff;

let latestDay = { text: "infinity", days: INFINITY_DAYS };

function daysOf(text: string): number {
  // The rows of a batch share a few days.
  if (text === latestDay.text) return latestDay.days;
  const days = text === "infinity" ? INFINITY_DAYS : (Date.parse(text) - EPOCH_MS) / DAY_MS;
  if (!Number.isInteger(days)) throw new TypeError(`${text} is no day`);
  latestDay = { text, days };
  return days;
}

/** Most bytes that one UTF-16 unit takes in UTF-8. */
const UNIT_BYTES = 3;
const HIGH = 2 ** 32;

class Sink {
  #buffer: Buffer;
  #length = 0;

  constructor(bytes: number) {
    this.#buffer = Buffer.allocUnsafe(bytes);
  }

  get length(): number {
    return this.#length;
  }

  /** Once more what stands between two places. */
  repeat(start: number, end: number): void {
    this.#need(end - start);
    const buffer = this.#buffer;
    let length = this.#length;
    for (let place = start; place < end; place += 1) {
      buffer[length] = buffer[place] ?? 0;
      length += 1;
    }
    this.#length = length;
  }

  end(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  bytes(bytes: Uint8Array): void {
    this.#need(bytes.length);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  int16(value: number): void {
    this.#need(2);
    this.#length = this.#buffer.writeInt16BE(value, this.#length);
  }

  int32(value: number): void {
    this.#need(4);
    this.#length = this.#buffer.writeInt32BE(value, this.#length);
  }

  sized1(value: number): void {
    this.#size(1);
    this.#length = this.#buffer.writeInt8(value, this.#length);
  }

  sized2(value: number): void {
    this.#size(2);
    this.#length = this.#buffer.writeInt16BE(value, this.#length);
  }

  sized4(value: number): void {
    this.#size(4);
    this.#length = this.#buffer.writeInt32BE(value, this.#length);
  }

  /** A safe integer as eight bytes, in two halves: a BigInt for each would cost many times that. */
  sized8(value: number): void {
    if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is no exact whole number`);
    this.#size(8);
    const high = Math.floor(value / HIGH);
    this.#buffer.writeInt32BE(high, this.#length);
    this.#length = this.#buffer.writeUInt32BE(value - high * HIGH, this.#length + 4);
  }

  text(value: string): void {
    this.#need(4 + value.length * UNIT_BYTES);
    const written = this.#buffer.write(value, this.#length + 4);
    this.#buffer.writeInt32BE(written, this.#length);
    this.#length += 4 + written;
  }

  uuid(value: string): void {
    this.#size(16);
    const buffer = this.#buffer;
    let end = this.#length;
    let seen = value.length === UUID_LENGTH ? 0 : NO_DIGIT;
    for (let place = 0; place < UUID_LENGTH; place += 2) {
      if (place === 8 || place === 13 || place === 18 || place === 23) {
        if (value.charCodeAt(place) !== HYPHEN) seen |= NO_DIGIT;
        place += 1;
      }
      const high = DIGITS[value.charCodeAt(place)] ?? NO_DIGIT;
      const low = DIGITS[value.charCodeAt(place + 1)] ?? NO_DIGIT;
      seen |= high | low;
      buffer[end] = (high << 4) | low;
      end += 1;
    }
    // One look at all digits at once: a batch has tens of thousands of them.
    if ((seen & NO_DIGIT) !== 0) throw new TypeError(`${value} is no UUID`);
    this.#length = end;
  }

  #size(bytes: number): void {
    this.#need(4 + bytes);
    this.#length = this.#buffer.writeInt32BE(bytes, this.#length);
  }

  #need(bytes: number): void {
    if (this.#length + bytes <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafe(2 * this.#buffer.length + bytes);
    this.#buffer.copy(grown, 0, 0, this.#length);
    this.#buffer = grown;
  }
}

const UUID_LENGTH = 36;
const HYPHEN = 0x2d;
const NO_DIGIT = 0x100;
const DIGITS = Int16Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[0-9a-f]/i.test(character) ? Number.parseInt(character, 16) : NO_DIGIT;
});
