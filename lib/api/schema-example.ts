import { type JsonSchema, resolveSchema } from "./json-schema";

const BY_FORMAT: Record<string, unknown> = {
  "date-time": "2026-03-14T09:12:05Z",
  date: "2026-03-14",
  email: "alex@example.com",
  uri: "https://example.com",
};
const BY_PATTERN: Record<string, unknown> = {
  "^[A-Z]{3}$": "EUR",
  "^[a-z][a-z0-9_.-]{0,63}$": "store_visit",
};
const MAX_DEPTH = 8;

/**
 * A value that a schema describes, for examples: what the schema itself gives as one, else something plain.
 * @param all every property, or only those that are required or carry an example
 */
export function exampleOf(
  schema: JsonSchema,
  components: Record<string, JsonSchema>,
  all: boolean,
  depth = 0,
): unknown {
  const resolved = resolveSchema(schema, components);
  if (depth > MAX_DEPTH) return null;
  if (resolved.examples?.length) return resolved.examples[0];
  if (resolved.const !== undefined) return resolved.const;
  if (resolved.default !== undefined) return resolved.default;
  if (resolved.enum?.length) return resolved.enum[0];
  const alternative = (resolved.oneOf ?? resolved.anyOf)?.find(({ type }) => type !== "null");
  if (alternative) return exampleOf(alternative, components, all, depth + 1);
  const type = Array.isArray(resolved.type) ? resolved.type.find((name) => name !== "null") : resolved.type;
  switch (type) {
    case "object":
      return exampleObject(resolved, components, all, depth);
    case "array":
      return resolved.items ? [exampleOf(resolved.items, components, all, depth + 1)] : [];
    case "integer":
    case "number":
      return Math.max(resolved.minimum ?? 0, Math.min(100, resolved.maximum ?? 100));
    case "boolean":
      return true;
    case "string":
      return BY_FORMAT[resolved.format ?? ""] ?? BY_PATTERN[resolved.pattern ?? ""] ?? "…";
    default:
      return null;
  }
}

function exampleObject(
  { properties = {}, required = [] }: JsonSchema,
  components: Record<string, JsonSchema>,
  all: boolean,
  depth: number,
): Record<string, unknown> {
  const shown = Object.entries(properties).filter(
    ([name, property]) => all || required.includes(name) || (property.examples?.length ?? 0) > 0,
  );
  // An object without required properties would come out empty; its first one says more.
  const [first] = Object.entries(properties);
  const chosen = shown.length > 0 || first === undefined ? shown : [first];
  return Object.fromEntries(
    chosen.map(([name, property]) => [name, exampleOf(property, components, all, depth + 1)]),
  );
}
