import { z } from "zod";
import type { FieldError } from "./errors";
import { fromTypeId, type IdPrefix } from "./ids";

/** What Zod found wrong, as JSON pointers (RFC 6901) below `base`. */
export function fieldErrors(error: z.ZodError, base = ""): FieldError[] {
  return error.issues.map((issue) => ({
    pointer:
      base +
      issue.path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""),
    code: issue.code,
    detail: issue.message,
  }));
}

/** A TypeID outside, its UUID inside. */
export function typeId(prefix: IdPrefix) {
  return z
    .string()
    .meta({ format: "typeid", examples: [`${prefix}_01h455vb4pex5vsknk084sn02q`] })
    .transform((text, context) => {
      const uuid = fromTypeId(prefix, text);
      if (uuid !== null) return uuid;
      context.issues.push({ code: "custom", message: `Expected an id of the form ${prefix}_…`, input: text });
      return z.NEVER;
    });
}

/** What a program gives a short name of its own, such as a tier or a segment: campaigns and files name it by this. */
export const shortCode = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, "Small letters, digits, _ and -, at most 40.");

/** Page size and position of a keyset-paginated list. */
export const pageQuery = z.object({
  cursor: z.string().max(512).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
