import { fromUUID, TypeID } from "typeid-js";
import { v7, validate } from "uuid";

/** Identifiers: UUIDv7 (RFC 9562) inside, TypeID (`mem_01h455vb4pex5vsknk084sn02q`) outside. */
export const ID_PREFIXES = [
  "mem",
  "evt",
  "act",
  "adj",
  "hold",
  "pool",
  "xfer",
  "job",
  "camp",
  "vou",
  "rwd",
  "red",
  "cpool",
  "upl",
  "pay",
  "msg",
  "call",
  "key",
  "prog",
  "org",
  "user",
  "imp",
  "img",
  "mail",
  "code",
  "ref",
  "sim",
  "inv",
  "aud",
  "req",
] as const;
export type IdPrefix = (typeof ID_PREFIXES)[number];

/** Asking for random bytes costs microseconds, however few they are: they are asked for in bulk. */
const RANDOM_BYTES = 16;
const randomness = new Uint8Array(RANDOM_BYTES * 256);
let drawn = randomness.length;

function drawRandom(): Uint8Array {
  if (drawn === randomness.length) {
    crypto.getRandomValues(randomness);
    drawn = 0;
  }
  drawn += RANDOM_BYTES;
  return randomness.subarray(drawn - RANDOM_BYTES, drawn);
}

/** Millisecond of the latest id, and its place among the ids of that millisecond. */
let latest = 0;
let sequence = 0;

/** A new UUIDv7. Ids of one process sort in the order in which they were made. */
export function newId(): string {
  const random = drawRandom();
  const now = Date.now();
  if (now > latest) {
    latest = now;
    // 31 random bits to begin with: half of the 32 are left to count on from there.
    sequence = new DataView(random.buffer, random.byteOffset).getUint32(6) >>> 1;
  } else {
    sequence = (sequence + 1) >>> 0;
    if (sequence === 0) latest += 1;
  }
  return v7({ random, msecs: latest, seq: sequence });
}

export function newIds(count: number): string[] {
  return Array.from({ length: count }, newId);
}

/** The lowest id that can be made in this millisecond since 1970: where ids of rows are in order of time, a span of it. */
export function lowestId(instant: number): string {
  const time = Math.max(0, Math.floor(instant)).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

export function isUuid(text: string): boolean {
  return validate(text);
}

export function toTypeId(prefix: IdPrefix, uuid: string): string {
  return fromUUID(uuid, prefix);
}

/** The UUID inside a TypeID, or null when the text is not one with this prefix. */
export function fromTypeId(prefix: IdPrefix, text: string): string | null {
  try {
    return TypeID.fromString(text, prefix).toUUID();
  } catch {
    // The library throws for every text that is not a TypeID of this prefix: that is the answer, not a fault.
    return null;
  }
}
