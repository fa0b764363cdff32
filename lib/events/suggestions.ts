import "server-only";
import { z } from "zod";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { Cache } from "@/lib/cache";
import { db } from "@/lib/db";
import type { SuggestionField } from "./schema";
import { selectRecentNames, selectRecentValues } from "./suggestion-sql";

const MAX_ANSWERS = 20;
const values = z.array(z.string());
const kept = new Cache("suggestion", { value: values, ttlSeconds: 60, maxEntries: 2_000 });

/**
 * Values that rules may name, as lately seen in the program's events and members: those that contain `q`, the ones
 * seen most first, at most twenty. What is shown may be a minute old.
 * @throws Forbidden
 */
export async function suggestValues(ctx: Ctx, field: SuggestionField, q: string): Promise<string[]> {
  requirePermission(ctx, "campaigns:read");
  const known = await recentValues(ctx.programId, field);
  const part = q.trim().toLowerCase();
  return known.filter((value) => value.toLowerCase().includes(part)).slice(0, MAX_ANSWERS);
}

/** The values of a field that were seen of late, those seen most first; at most a minute old. */
export function recentValues(programId: string, field: SuggestionField): Promise<string[]> {
  return kept.read(programId, field, () =>
    field === "memberAttribute" || field === "tag"
      ? selectRecentNames(db(), programId, field)
      : selectRecentValues(db(), programId, field),
  );
}
