import type { z } from "zod";
import type { Permission } from "@/lib/auth/permissions";

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
/** `signature`: a partner's system, by what it sends being signed with the partner's secret. */
export type ActorKind = "apiKey" | "user" | "partner" | "member" | "signature";

/** What one route of the API promises: the binder enforces it and the API reference prints it. */
export type Contract<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> = {
  method: Method;
  /** As in OpenAPI: `/api/v1/members/{id}`. */
  path: `/api/v1/${string}`;
  /** One line in the imperative. */
  summary: string;
  description?: string;
  tag: string;
  /** Its sentences are in the language that the caller asks for, or else in the member's or the program's. */
  speaks?: true;
  /** What the caller must be allowed; members and partners are let through to the verb, which checks what is their own. */
  permission: Permission;
  actors: readonly ActorKind[];
  params?: Params;
  query?: Query;
  body?: Body;
  /** The body is a file as it is, of any size: the handler reads it from the request as it streams in. */
  upload?: { contentTypes: readonly string[]; description: string };
  response: Response;
  /** Status of the ordinary answer; a handler may choose another with `withStatus`. */
  status?: number;
  /** Largest body in bytes; default 1 MiB. */
  maxBytes?: number;
  /** Status codes beside the usual ones, with their meaning. */
  errors?: Record<number, string>;
};

/** Identity with inference: keeps the precise schema types of a contract. */
export function contract<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Response extends z.ZodType = z.ZodUnknown,
>(definition: Contract<Params, Query, Body, Response>): Contract<Params, Query, Body, Response> {
  return definition;
}
