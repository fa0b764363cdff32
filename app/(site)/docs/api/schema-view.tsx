import { COMPONENT_PREFIX, type JsonSchema, resolveSchema } from "@/lib/api/json-schema";
import { Inline } from "./prose";

type Components = Record<string, JsonSchema>;

const MAX_DEPTH = 6;

/** The fields of a schema, each with its type, bounds and meaning; what is nested opens on demand. */
export function SchemaView({
  schema,
  components,
  depth = 0,
}: {
  schema: JsonSchema;
  components: Components;
  depth?: number;
}) {
  const resolved = resolveSchema(schema, components);
  const alternatives = alternativesOf(resolved, components);
  if (alternatives.length > 1) {
    return (
      <ul className="flex flex-col gap-3">
        {alternatives.map((alternative, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: alternatives have no identity but their place
          <li key={index}>
            <p className="mb-1 text-ink-3 text-xs">
              {index === 0 ? "Either" : "or"} {nameOf(alternative, components)}
            </p>
            <SchemaView schema={alternative} components={components} depth={depth + 1} />
          </li>
        ))}
      </ul>
    );
  }
  const [only = resolved] = alternatives;
  const inner = resolveSchema(only, components);
  const { properties, required = [] } = innermost(inner, components);
  if (!properties || depth > MAX_DEPTH) {
    return <p className="font-mono text-ink-2 text-xs">{typeInWords(inner, components)}</p>;
  }
  return (
    <ul className="divide-y rounded-md border">
      {Object.entries(properties).map(([name, property]) => (
        <Property
          key={name}
          name={name}
          schema={property}
          required={required.includes(name)}
          components={components}
          depth={depth}
        />
      ))}
    </ul>
  );
}

function Property({
  name,
  schema,
  required,
  components,
  depth,
}: {
  name: string;
  schema: JsonSchema;
  required: boolean;
  components: Components;
  depth: number;
}) {
  const resolved = resolveSchema(schema, components);
  const bounds = boundsInWords(resolved);
  return (
    <li className="px-3 py-2">
      <div className="flex flex-wrap items-baseline gap-x-2.5">
        <span className="font-medium font-mono text-sm">{name}</span>
        <span className="font-mono text-ink-3 text-xs">{typeInWords(resolved, components)}</span>
        {!required && <span className="text-ink-3 text-xs">optional</span>}
      </div>
      {resolved.description && (
        <p className="mt-0.5 max-w-prose text-ink-2 text-sm">
          <Inline text={resolved.description} />
        </p>
      )}
      {bounds && <p className="mt-0.5 break-words text-ink-3 text-xs">{bounds}</p>}
      {isNested(resolved, components) && depth < MAX_DEPTH && (
        <details className="mt-1.5">
          <summary className="w-fit cursor-pointer rounded-sm text-ink-2 text-xs hover:text-ink">
            Fields
          </summary>
          <div className="mt-1.5">
            <SchemaView schema={schema} components={components} depth={depth + 1} />
          </div>
        </details>
      )}
    </li>
  );
}

/** The alternatives of a schema, and theirs in turn, without the one that is null. */
function alternativesOf(schema: JsonSchema, components: Components): JsonSchema[] {
  return (schema.oneOf ?? schema.anyOf ?? [])
    .filter(({ type }) => type !== "null")
    .flatMap((alternative) => {
      const nested = alternativesOf(resolveSchema(alternative, components), components);
      return nested.length > 1 ? nested : [alternative];
    });
}

/** The items of an array, or the values of a record, or the schema itself. */
function innermost(schema: JsonSchema, components: Components): JsonSchema {
  if (schema.items) return innermost(resolveSchema(schema.items, components), components);
  return schema;
}

function isNested(schema: JsonSchema, components: Components): boolean {
  const inner = innermost(schema, components);
  if (inner.properties) return true;
  return alternativesOf(inner, components).some((alternative) => {
    const { properties } = innermost(resolveSchema(alternative, components), components);
    return properties !== undefined;
  });
}

function nameOf(schema: JsonSchema, components: Components): string {
  if (schema.$ref) return schema.$ref.slice(COMPONENT_PREFIX.length);
  const { properties } = resolveSchema(schema, components);
  const kind = properties?.type?.const;
  return typeof kind === "string" ? `type ${kind}` : "";
}

function typeInWords(schema: JsonSchema, components: Components): string {
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives) {
    const words = alternatives.map((alternative) =>
      typeInWords(resolveSchema(alternative, components), components),
    );
    return [...new Set(words)].join(" or ");
  }
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const type = Array.isArray(schema.type) ? schema.type.join(" or ") : (schema.type ?? "any");
  if (schema.items) return `${typeInWords(resolveSchema(schema.items, components), components)}[]`;
  return schema.format ? `${type} (${schema.format})` : type;
}

function boundsInWords(schema: JsonSchema): string | null {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern, examples } = schema;
  const number = (value: number) => value.toLocaleString("en");
  const parts = [
    range(minimum, maximum, ""),
    range(minLength, maxLength, " characters"),
    range(minItems, maxItems, " items"),
    schema.default === undefined ? null : `default ${JSON.stringify(schema.default)}`,
    pattern ? `matches ${pattern}` : null,
    examples?.length ? `for example ${examples.map((example) => String(example)).join(", ")}` : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join("; ") : null;

  function range(low: number | undefined, high: number | undefined, unit: string): string | null {
    if (low !== undefined && high !== undefined) return `${number(low)} to ${number(high)}${unit}`;
    if (high !== undefined) return `at most ${number(high)}${unit}`;
    return low !== undefined && low !== 0 ? `at least ${number(low)}${unit}` : null;
  }
}
