import { z } from "zod";

/** The part of JSON Schema (2020-12) that contracts use. */
export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  examples?: unknown[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
};

export const COMPONENT_PREFIX = "#/components/schemas/";
const DEFINITION_PREFIX = "#/$defs/";

/**
 * A Zod schema as JSON Schema. Schemas that carry a `meta({ id })` become named components, added to `components`.
 * @param io `input`: what a caller sends; `output`: what is answered, which may grow new fields
 */
export function toJsonSchema(
  schema: z.ZodType,
  io: "input" | "output",
  components: Record<string, JsonSchema>,
): JsonSchema {
  const { $schema: _dialect, $defs, ...root } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  for (const [name, definition] of Object.entries($defs ?? {})) {
    components[name] = tidy(definition as JsonSchema, io);
  }
  return tidy(root as JsonSchema, io);
}

/** Leaves out what says nothing to a reader: bounds of safe integers, patterns that repeat a format. */
function tidy(schema: JsonSchema, io: "input" | "output"): JsonSchema {
  const { $ref, pattern, minimum, maximum, additionalProperties, ...rest } = schema as JsonSchema & {
    id?: string;
  };
  delete rest.id;
  const each = (schemas: JsonSchema[]) => schemas.map((member) => tidy(member, io));
  const tidied: JsonSchema = { ...rest };
  if ($ref) tidied.$ref = $ref.replace(DEFINITION_PREFIX, COMPONENT_PREFIX);
  if (pattern && !rest.format) tidied.pattern = pattern;
  if (minimum !== undefined && minimum !== Number.MIN_SAFE_INTEGER) tidied.minimum = minimum;
  if (maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER) tidied.maximum = maximum;
  if (typeof additionalProperties === "object") tidied.additionalProperties = tidy(additionalProperties, io);
  else if (additionalProperties !== undefined && io === "input") {
    tidied.additionalProperties = additionalProperties;
  }
  if (rest.properties) {
    tidied.properties = Object.fromEntries(
      Object.entries(rest.properties).map(([name, property]) => [name, tidy(property, io)]),
    );
  }
  if (rest.items) tidied.items = tidy(rest.items, io);
  if (rest.prefixItems) tidied.prefixItems = each(rest.prefixItems);
  if (rest.anyOf) tidied.anyOf = each(rest.anyOf);
  if (rest.oneOf) tidied.oneOf = each(rest.oneOf);
  if (rest.allOf) tidied.allOf = each(rest.allOf);
  return tidied;
}

/** Follows references to the schema that they stand for. */
export function resolveSchema(schema: JsonSchema, components: Record<string, JsonSchema>): JsonSchema {
  let current = schema;
  for (let depth = 0; current.$ref !== undefined && depth < 8; depth += 1) {
    const { $ref, ...beside } = current;
    const target = components[$ref.slice(COMPONENT_PREFIX.length)];
    if (target === undefined) return beside;
    current = { ...target, ...beside };
  }
  return current;
}
