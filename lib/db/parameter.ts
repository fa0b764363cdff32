/**
 * A parameter as the driver sends it. An array becomes PostgreSQL's array literal here: for the thousands of values
 * of a batch this costs a fraction of the driver's own conversion.
 */
export function toParameter(value: unknown): unknown {
  if (Array.isArray(value)) return arrayLiteral(value);
  if (value instanceof Date) return value.toISOString();
  return value;
}

function arrayLiteral(values: readonly unknown[]): string {
  return `{${values.map(elementLiteral).join(",")}}`;
}

const NEEDS_ESCAPE = /["\\]/;

function elementLiteral(value: unknown): string {
  switch (typeof value) {
    case "string":
      return NEEDS_ESCAPE.test(value) ? `"${value.replace(/["\\]/g, "\\$&")}"` : `"${value}"`;
    case "number":
    case "bigint":
    case "boolean":
      return String(value);
  }
  if (value === null || value === undefined) return "NULL";
  if (value instanceof Date) return `"${value.toISOString()}"`;
  if (value instanceof Uint8Array) return `"\\\\x${Buffer.from(value).toString("hex")}"`;
  throw new TypeError(`no array literal for ${Object.prototype.toString.call(value)}`);
}
