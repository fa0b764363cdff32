import { createHash, hash } from "node:crypto";

export function sha256(data: string | Uint8Array): Buffer<ArrayBuffer> {
  return Buffer.from(createHash("sha256").update(data).digest());
}

/** The same in hexadecimal; for texts by the thousand, as it makes no object for each. */
export function sha256Hex(text: string): string {
  return hash("sha256", text, "hex");
}

/** JSON with object keys in order and absent values left out: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (value !== null && typeof value === "object" && !(value instanceof Date)) {
    const entries = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${entries.join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
