import type { JsonSchema } from "./json-schema";
import type { Operation } from "./openapi";
import { exampleOf } from "./schema-example";

/** A request of the operation as a shell command, with an API key or, where that opens nothing, a session. */
export function curlExample(
  method: string,
  path: string,
  operation: Operation,
  components: Record<string, JsonSchema>,
): string {
  const address = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const parameter = operation.parameters.find(
      (candidate) => candidate.in === "path" && candidate.name === name,
    );
    return parameter ? String(exampleOf(parameter.schema, components, false)) : name;
  });
  const query = operation.parameters
    .filter((parameter) => parameter.in === "query" && parameter.required)
    .map(({ name, schema }) => `${name}=${encodeURIComponent(String(exampleOf(schema, components, false)))}`);
  const url = `$TESSERA${address}${query.length > 0 ? `?${query.join("&")}` : ""}`;
  const lines = [
    `curl ${method === "get" ? "" : `-X ${method.toUpperCase()} `}"${url}"`,
    ...credentials(operation),
  ];
  const [contentType, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (contentType !== undefined) lines.push(`-H "Content-Type: ${contentType}"`);
  if (contentType === "application/json" && body) {
    const example = JSON.stringify(exampleOf(body.schema, components, false), null, 2);
    lines.push(`-d '${example.replaceAll("'", "'\\''")}'`);
  } else if (contentType !== undefined) lines.push("--data-binary @sales.csv.gz");
  return lines.join(" \\\n  ");
}

function credentials({ security }: Operation): string[] {
  const offers = (scheme: string) => security.some((requirement) => scheme in requirement);
  if (offers("apiKey")) return ['-H "Authorization: Bearer $TESSERA_KEY"'];
  return offers("portalSession")
    ? ['-H "Tessera-Program: bean-and-crumb"', "-b cookies.txt"]
    : ["-b cookies.txt"];
}
