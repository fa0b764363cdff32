import { TypeID } from "typeid-js";
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

/** A new UUIDv7. Ids of one process sort in the order in which they were made. */
export function newId(): string {
  return v7();
}

export function newIds(count: number): string[] {
  return Array.from({ length: count }, newId);
}

export function isUuid(text: string): boolean {
  return validate(text);
}

export function toTypeId(prefix: IdPrefix, uuid: string): string {
  return TypeID.fromUUID(prefix, uuid).toString();
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
