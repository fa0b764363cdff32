import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { contract } from "./contract";
import { contracts } from "./contracts";
import { type OpenApiDocument, openApiDocument } from "./openapi";

const document = openApiDocument(contracts);
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** Every `$ref` anywhere in a value. */
function referencesIn(value: unknown): string[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === "$ref" && typeof member === "string" ? [member] : referencesIn(member),
  );
}

describe("the OpenAPI document", () => {
  it("describes every contract once", () => {
    expect(operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(
      contracts.map(({ method, path }) => `${method} ${path}`).sort(),
    );
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  });

  it("survives JSON and refers to nothing that is not there", () => {
    const sent = JSON.parse(JSON.stringify(document)) as OpenApiDocument;
    expect(sent).toEqual(document);
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(referencesIn(document).filter((reference) => !known.includes(reference))).toEqual([]);
  });

  it("declares exactly the parameters that a path names", () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters.filter((parameter) => parameter.in === "path");
      expect(declared.map(({ name }) => name).sort(), path).toEqual(named.sort());
      expect(declared.every(({ required }) => required)).toBe(true);
    }
  });

  it("gives every operation a good answer, the refusals that all share, and a way in", () => {
    for (const { path, method, operation } of operations) {
      const where = `${method} ${path}`;
      const codes = Object.keys(operation.responses);
      expect(
        codes.some((code) => code.startsWith("2")),
        where,
      ).toBe(true);
      expect(codes, where).toEqual(expect.arrayContaining(["401", "403", "429", "500"]));
      expect(operation.security.length, where).toBeGreaterThan(0);
      for (const requirement of operation.security) {
        expect(Object.keys(document.components.securitySchemes)).toEqual(
          expect.arrayContaining(Object.keys(requirement)),
        );
      }
    }
  });

  it("offers an idempotency key on writes alone", () => {
    for (const { method, operation } of operations) {
      const offered = operation.parameters.some(({ name }) => name === "Idempotency-Key");
      const isSigned = operation.security.some((requirement) => "partnerSignature" in requirement);
      expect(offered).toBe(method !== "get" && !isSigned);
    }
  });

  it("refuses two contracts for one operation", () => {
    const twice = contract({
      method: "GET",
      path: "/api/v1/things",
      summary: "List things",
      tag: "Things",
      permission: "events:read",
      actors: ["apiKey"],
      response: z.object({}),
    });
    expect(() => openApiDocument([twice, twice])).toThrow("two contracts for GET /api/v1/things");
  });
});

/** Routes that are no contract's: the description itself. */
const WITHOUT_CONTRACT = ["app/api/v1/openapi.json/route.ts"];
const BINDING = /export const (GET|POST|PATCH|PUT|DELETE) = (?:route|signedRoute)\(\s*(\w+)/g;
const IMPORT = /import \{([^}]*)\} from "@\/lib\/api\/contracts\/([\w-]+)"/g;

type Bound = { operation: string; contract: string };

/** What a route file binds: the operation that its place and export make, and the one that its contract says. */
async function bindingsOf(file: string): Promise<Bound[]> {
  const source = readFileSync(file, "utf8");
  const imported = new Map<string, { name: string; module: string }>();
  for (const [, names = "", module = ""] of source.matchAll(IMPORT)) {
    for (const [name = "", alias = name] of names.split(",").map((entry) => entry.trim().split(" as "))) {
      imported.set(alias, { name, module });
    }
  }
  const path = file
    .replace(/^app/, "")
    .replace(/\/route\.ts$/, "")
    .replaceAll(/\[(\w+)\]/g, "{$1}");
  const bindings = [...source.matchAll(BINDING)].map(async ([, method = "", alias = ""]) => {
    const origin = imported.get(alias);
    const module = origin ? await import(`./contracts/${origin.module}.ts`) : {};
    const bound = module[origin?.name ?? ""];
    return { operation: `${method} ${path}`, contract: `${bound?.method} ${bound?.path}` };
  });
  return Promise.all(bindings);
}

describe("routes and contracts", () => {
  const files = readdirSync("app/api/v1", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts"))
    .map((file) => `app/api/v1/${file.replaceAll("\\", "/")}`)
    .filter((file) => !WITHOUT_CONTRACT.includes(file));

  it("stand one to one, each route bound to the contract of its own place", async () => {
    const bound = (await Promise.all(files.map(bindingsOf))).flat();
    for (const { operation, contract: promised } of bound) expect(promised).toBe(operation);
    expect(bound.map(({ operation }) => operation).sort()).toEqual(
      contracts.map(({ method, path }) => `${method} ${path}`).sort(),
    );
  });
});
