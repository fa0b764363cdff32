import type { z } from "zod";
import { decodeCursor } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";

/**
 * The position that a list's cursor names.
 * @throws Invalid where it is none of this list's
 */
export function readPosition<Position>(
  cursor: string | undefined,
  position: z.ZodType<Position>,
): Position | undefined {
  if (cursor === undefined) return undefined;
  const read = position.safeParse(decodeCursor(cursor));
  if (read.success) return read.data;
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
