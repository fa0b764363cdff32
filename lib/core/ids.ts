import { randomFillSync } from "node:crypto";

/**
 * Identifiers: UUIDv7 (RFC 9562) inside, TypeID (`mem_01h455vb4pex5vsknk084sn02q`) outside.
 * A TypeID is a prefix, an underscore and the UUID's 128 bits in 26 characters of Crockford's base 32.
 */

export const ID_PREFIXES = [
  "mem",
  "evt",
  "camp",
  "key",
  "prog",
  "org",
  "user",
  "imp",
  "inv",
  "aud",
  "req",
] as const;
export type IdPrefix = (typeof ID_PREFIXES)[number];

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SUFFIX = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;

const pool = Buffer.alloc(4096);
let poolOffset = pool.length;
let lastMilliseconds = 0;
let counter = 0;

function randomBytes(count: number): Buffer {
  if (poolOffset + count > pool.length) {
    randomFillSync(pool);
    poolOffset = 0;
  }
  poolOffset += count;
  return pool.subarray(poolOffset - count, poolOffset);
}

/**
 * A new UUIDv7. Ids of one process sort in the order in which they were made: within a millisecond the
 * 12 bits after the version count up from a random start, and on overflow the timestamp moves ahead.
 */
export function newId(): string {
  const now = Date.now();
  if (now > lastMilliseconds) {
    lastMilliseconds = now;
    counter = randomBytes(2).readUInt16BE() & 0x7ff;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      counter = 0;
      lastMilliseconds += 1;
    }
  }
  const time = lastMilliseconds.toString(16).padStart(12, "0");
  const sequence = counter.toString(16).padStart(3, "0");
  const tail = randomBytes(8).toString("hex");
  const variant = ((Number.parseInt(tail.charAt(0), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`;
}

export function newIds(count: number): string[] {
  return Array.from({ length: count }, newId);
}

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

export function toTypeId(prefix: IdPrefix, uuid: string): string {
  let value = BigInt(`0x${uuid.replaceAll("-", "")}`);
  let suffix = "";
  for (let digit = 0; digit < 26; digit += 1) {
    suffix = ALPHABET.charAt(Number(value & 31n)) + suffix;
    value >>= 5n;
  }
  return `${prefix}_${suffix}`;
}

/** The UUID inside a TypeID, or null when the text is not one with this prefix. */
export function fromTypeId(prefix: IdPrefix, text: string): string | null {
  if (!text.startsWith(`${prefix}_`)) return null;
  const suffix = text.slice(prefix.length + 1);
  if (!SUFFIX.test(suffix)) return null;
  let value = 0n;
  for (const character of suffix) value = (value << 5n) | BigInt(ALPHABET.indexOf(character));
  const hex = value.toString(16).padStart(32, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
