import "server-only";
import type { NextApiRequest, NextApiResponse } from "next";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { nextAuthOptions } from "./next-auth-options";

const MAX_BODY_BYTES = 64 * 1024;

/**
 * Answers a request below `/api/auth` with next-auth. It is called through its interface for API routes, which
 * takes the request from its arguments rather than from Next.js's surroundings: a request in, a response out.
 */
export async function handleNextAuth(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const { cookies } = new NextRequest(url, { headers: request.headers });
  const response = new CollectedResponse();
  const incoming = {
    method: request.method,
    query: {
      ...Object.fromEntries(url.searchParams),
      nextauth: url.pathname.split("/").slice(3).map(decodeURIComponent),
    },
    cookies: Object.fromEntries(cookies.getAll().map(({ name, value }) => [name, value])),
    headers: Object.fromEntries(request.headers),
    body: await readBody(request),
  };
  await NextAuth(
    incoming as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    nextAuthOptions(),
  );
  return response.toResponse();
}

async function readBody(request: Request): Promise<Record<string, unknown>> {
  if (request.method !== "POST") return {};
  const text = await request.text();
  if (text.length > MAX_BODY_BYTES) return {};
  if (!request.headers.get("content-type")?.includes("application/json")) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null ? { ...body } : {};
  } catch {
    // As good as empty: next-auth refuses a POST without its anti-forgery token.
    return {};
  }
}

/** The part of Next.js's API response that next-auth writes to. */
class CollectedResponse {
  #status = 200;
  #body: string | null = null;
  readonly #headers = new Map<string, string | string[]>();

  status(code: number): this {
    this.#status = code;
    return this;
  }

  getHeader(name: string): string | string[] | undefined {
    return this.#headers.get(name.toLowerCase());
  }

  setHeader(name: string, value: string | string[]): this {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  }

  json(value: unknown): void {
    this.setHeader("content-type", "application/json");
    this.#body = JSON.stringify(value);
  }

  send(value: unknown): void {
    if (typeof value === "object" && value !== null) this.json(value);
    else if (value !== undefined) this.#body = String(value);
  }

  end(): void {}

  toResponse(): Response {
    const headers = new Headers();
    for (const [name, values] of this.#headers) {
      for (const value of [values].flat()) headers.append(name, value);
    }
    return new Response(this.#body, { status: this.#status, headers });
  }
}
