import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Contract, contract } from "./contract";
import { curlExample } from "./curl-example";
import { openApiDocument } from "./openapi";

function exampleFor(definition: Contract): string {
  const document = openApiDocument([definition]);
  const method = definition.method.toLowerCase();
  const operation = document.paths[definition.path]?.[method];
  if (!operation) throw new Error("the operation is missing");
  return curlExample(method, definition.path, operation, document.components.schemas);
}

const common = {
  path: "/api/v1/things/{id}",
  summary: "Change a thing",
  tag: "Things",
  permission: "events:write",
  actors: ["apiKey"],
  params: z.object({ id: z.string().meta({ examples: ["thing_1"] }) }),
  response: z.object({}),
} as const;

describe("curlExample", () => {
  it("fills in path, key and the body's required fields", () => {
    const body = z.object({ name: z.string().meta({ examples: ["it's"] }), note: z.string().optional() });
    expect(exampleFor(contract({ ...common, method: "POST", body }))).toBe(
      [
        'curl -X POST "$TESSERA/api/v1/things/thing_1"',
        '-H "Authorization: Bearer $TESSERA_KEY"',
        '-H "Content-Type: application/json"',
        `-d '{\n  "name": "it'\\''s"\n}'`,
      ].join(" \\\n  "),
    );
  });

  it("sends a file as it is", () => {
    const upload = { contentTypes: ["text/csv"], description: "A file." };
    expect(exampleFor(contract({ ...common, method: "POST", upload }))).toContain(
      "--data-binary @sales.csv.gz",
    );
  });

  it("signs in with a session where no key opens the operation", () => {
    expect(exampleFor(contract({ ...common, method: "GET", actors: ["user"] }))).toContain("-b cookies.txt");
  });
});
