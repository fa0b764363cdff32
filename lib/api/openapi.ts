import type { z } from "zod";
import type { ActorKind, Contract } from "./contract";
import { type JsonSchema, toJsonSchema } from "./json-schema";

export type Parameter = {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description?: string;
  schema: JsonSchema;
};
type Content = Record<string, { schema: JsonSchema }>;
export type Operation = {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  parameters: Parameter[];
  requestBody?: { required: true; description?: string; content: Content };
  responses: Record<string, { description: string; content?: Content }>;
  security: Record<string, string[]>[];
  /** The permission that the caller must hold: a scope of an API key, or part of a user's role. */
  "x-permission": string;
};
export type OpenApiDocument = {
  openapi: "3.1.1";
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, JsonSchema>;
    securitySchemes: Record<string, Record<string, string>>;
  };
};

const WRITES = new Set(["POST", "PATCH", "PUT", "DELETE"]);
const API_VERSION = "1";

const PORTAL = { portalSession: [] };
const SECURITY: Record<ActorKind, Record<string, string[]>> = {
  apiKey: { apiKey: [] },
  user: PORTAL,
  partner: PORTAL,
  member: { memberSession: [] },
  signature: { partnerSignature: [] },
};

const SECURITY_SCHEMES = {
  apiKey: {
    type: "http",
    scheme: "bearer",
    description: "An API key of the program, made in the portal: `Authorization: Bearer tsk_…`.",
  },
  portalSession: {
    type: "apiKey",
    in: "header",
    name: "Tessera-Program",
    description:
      "A signed-in portal user's session cookie together with the slug of the program in this header.",
  },
  memberSession: {
    type: "apiKey",
    in: "cookie",
    name: "tessera.member",
    description: "A signed-in member's session.",
  },
  partnerSignature: {
    type: "apiKey",
    in: "header",
    name: "webhook-signature",
    description:
      "The body signed with the partner's secret, as Standard Webhooks has it, with `webhook-id` and `webhook-timestamp`.",
  },
};

const PROBLEM: JsonSchema = {
  type: "object",
  description: "What went wrong (RFC 9457).",
  required: ["type", "title", "status", "code", "requestId"],
  properties: {
    type: { type: "string", examples: ["urn:tessera:problem:invalid"] },
    title: { type: "string", description: "A sentence for people.", examples: ["The body does not fit."] },
    status: { type: "integer", examples: [422] },
    code: { type: "string", description: "A stable name to branch on.", examples: ["invalid"] },
    instance: { type: "string", examples: ["/api/v1/events"] },
    requestId: {
      type: "string",
      description: "Quote it when you ask for help.",
      examples: ["req_01h455vb4pex5vsknk084sn02q"],
    },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["pointer", "code", "detail"],
        properties: {
          pointer: { type: "string", description: "JSON pointer to the field.", examples: ["/amountMinor"] },
          code: { type: "string", examples: ["too_small"] },
          detail: { type: "string", examples: ["An amount is never negative."] },
        },
      },
    },
  },
};

const USUAL_ERRORS: Record<number, string> = {
  401: "Nobody is signed in, or the API key is not valid.",
  403: "The permission is missing.",
  429: "Too many requests; `Retry-After` says when to come back.",
  500: "A fault on our side. Nothing was saved.",
};

/**
 * The OpenAPI 3.1 description of the API, made from its contracts.
 * @throws Error when two contracts share an operation
 */
export function openApiDocument(contracts: readonly Contract[]): OpenApiDocument {
  const schemas: Record<string, JsonSchema> = { Problem: PROBLEM };
  const paths: OpenApiDocument["paths"] = {};
  for (const contract of contracts) {
    const path = paths[contract.path] ?? {};
    const method = contract.method.toLowerCase();
    if (path[method]) throw new Error(`two contracts for ${contract.method} ${contract.path}`);
    path[method] = toOperation(contract, schemas);
    paths[contract.path] = path;
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Tessera API",
      version: API_VERSION,
      description:
        "Send events, read members and wallets, import files. Amounts are integers in minor units.",
    },
    servers: [{ url: "/" }],
    tags: [...new Set(contracts.map(({ tag }) => tag))].sort().map((name) => ({ name })),
    paths,
    components: { schemas, securitySchemes: SECURITY_SCHEMES },
  };
}

function toOperation(contract: Contract, schemas: Record<string, JsonSchema>): Operation {
  const { description, summary, tag, permission, actors } = contract;
  const requestBody = toRequestBody(contract, schemas);
  return {
    operationId: operationId(contract),
    summary,
    ...(description ? { description } : {}),
    tags: [tag],
    parameters: [
      ...toParameters(contract.params, "path", schemas),
      ...toParameters(contract.query, "query", schemas),
      // What is signed names itself by its webhook-id.
      ...(WRITES.has(contract.method) && !actors.includes("signature") ? [IDEMPOTENCY_KEY] : []),
      ...(contract.speaks ? [ACCEPT_LANGUAGE] : []),
    ],
    ...(requestBody ? { requestBody } : {}),
    responses: toResponses(contract, schemas),
    security: [...new Set(actors.map((actor) => SECURITY[actor]))],
    "x-permission": permission,
  };
}

const IDEMPOTENCY_KEY: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "Makes the request safe to repeat: the same key gives the same answer for 24 hours.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

const ACCEPT_LANGUAGE: Parameter = {
  name: "Accept-Language",
  in: "header",
  required: false,
  description:
    "The language, numbers and dates of the sentences that the member reads: English, German, French, Spanish, Arabic " +
    "or Hindi. Absent: the member's own locale, or else the program's.",
  schema: { type: "string", examples: ["de-AT, de;q=0.9, en;q=0.5"] },
};

/** `GET /api/v1/members/{id}/wallet` is `getMembersByIdWallet`. */
function operationId({ method, path }: Contract): string {
  const words = path
    .replace("/api/v1/", "")
    .split(/[/-]/)
    .map((part) => (part.startsWith("{") ? `By${capitalised(part.slice(1, -1))}` : capitalised(part)));
  return method.toLowerCase() + words.join("");
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function toParameters(
  schema: z.ZodType | undefined,
  place: "path" | "query",
  schemas: Record<string, JsonSchema>,
): Parameter[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = toJsonSchema(schema, "input", schemas);
  return Object.entries(properties).map(([name, { description, ...property }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(description ? { description } : {}),
    schema: property,
  }));
}

function toRequestBody(
  { body, upload }: Contract,
  schemas: Record<string, JsonSchema>,
): Operation["requestBody"] | null {
  if (upload) {
    const { contentTypes, description } = upload;
    return {
      required: true,
      description,
      content: Object.fromEntries(contentTypes.map((contentType) => [contentType, { schema: {} }])),
    };
  }
  if (!body) return null;
  return {
    required: true,
    content: { "application/json": { schema: toJsonSchema(body, "input", schemas) } },
  };
}

function toResponses(
  { response, status = 200, errors = {}, params, query, body, upload }: Contract,
  schemas: Record<string, JsonSchema>,
): Operation["responses"] {
  const answer = { "application/json": { schema: toJsonSchema(response, "output", schemas) } };
  const problem = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
  const known = new Map(Object.entries(USUAL_ERRORS));
  if (body || upload) known.set("400", "The request cannot be read.");
  if (params) known.set("404", "There is no such thing in the program.");
  if (body) known.set("413", "The body is too large.");
  if (params || query || body) known.set("422", "A field does not fit; `errors` names each.");
  for (const [code, meaning] of Object.entries(errors)) known.set(code, meaning);
  const responses: Operation["responses"] = {
    [status]: { description: "The ordinary answer.", content: answer },
  };
  for (const [code, description] of known) {
    responses[code] = { description, content: Number(code) < 300 ? answer : problem };
  }
  return responses;
}
