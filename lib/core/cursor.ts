import { Invalid } from "./errors";
import { findUnstorable } from "./storable-text";

/** One page of a keyset-paginated list; `nextCursor` is null on the last. */
export type Page<T> = { items: T[]; nextCursor: string | null };

export function encodeCursor(parts: (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** @throws Invalid when the text is not a cursor that a list gave out. */
export function decodeCursor(text: string): (string | number)[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    const isKey = (part: unknown): part is string | number =>
      typeof part === "string" || typeof part === "number";
    if (Array.isArray(parts) && parts.every(isKey) && findUnstorable(parts) === null) return parts;
  } catch {
    // Falls through to the one answer for every text that is not a cursor.
  }
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}

/**
 * Reads a list for somebody who looks at it: a cursor that the list never gave out, cut off in a message for example,
 * is no reason to show nothing, and the list begins at its start.
 */
export async function readFromCursor<T>(
  cursor: string | undefined,
  read: (cursor: string | undefined) => Promise<T>,
): Promise<T> {
  try {
    return await read(cursor);
  } catch (error) {
    if (cursor !== undefined && error instanceof Invalid) return read(undefined);
    throw error;
  }
}

/** Cuts `limit + 1` rows to a page; `keyOf` gives the cursor parts of the last row kept. */
export function toPage<T>(rows: T[], limit: number, keyOf: (last: T) => (string | number)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
