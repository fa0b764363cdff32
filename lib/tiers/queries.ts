import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { db } from "@/lib/db";
import type { TierDto } from "./schema";
import { selectTiers } from "./sql";

/**
 * The program's tiers, the lowest first.
 * @throws Forbidden
 */
export async function listTiers(ctx: Ctx): Promise<TierDto[]> {
  requirePermission(ctx, "members:read");
  const rows = await selectTiers(ctx.tx ?? db(), ctx.programId);
  return rows.map(({ members, ...tier }) => ({ ...tier, members: Number(members) }));
}

/**
 * Codes and names of the tiers, the lowest first, without counting anybody.
 * @throws Forbidden
 */
export async function listTierNames(ctx: Ctx): Promise<{ code: string; name: string }[]> {
  requirePermission(ctx, "members:read");
  return (ctx.tx ?? db()).tier.findMany({
    where: { programId: ctx.programId },
    orderBy: [{ rank: "asc" }, { code: "asc" }],
    select: { code: true, name: true },
  });
}

/** What a program calls its tiers, by code: for showing, so it asks for no permission. */
export async function readTierNames(programId: string): Promise<Map<string, string>> {
  const rows = await db().tier.findMany({ where: { programId }, select: { code: true, name: true } });
  return new Map(rows.map(({ code, name }) => [code, name]));
}
