import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { toErasureDto } from "./erasure-dto";
import { readPrivacyPolicy } from "./policy";
import { countLeftBehind } from "./queries-sql";
import type { ErasureDto, ErasurePreview } from "./schema";

/**
 * The latest wish that a member be forgotten; null where there never was one.
 * @throws Forbidden, NotFound
 */
export async function readErasure(ctx: Ctx, memberId: string): Promise<ErasureDto | null> {
  requireSelfOr(ctx, memberId, "members:read");
  const row = await (ctx.tx ?? db()).erasure.findFirst({
    where: { programId: ctx.programId, memberId },
    orderBy: { erasureId: "desc" },
  });
  return row === null ? null : toErasureDto(row);
}

/**
 * What a member would leave behind: points, vouchers, pools.
 * @throws Forbidden, NotFound
 */
export async function previewErasure(ctx: Ctx, memberId: string): Promise<ErasurePreview> {
  requireSelfOr(ctx, memberId, "members:read");
  const tx = ctx.tx ?? db();
  const left = await countLeftBehind(tx, ctx.programId, memberId);
  if (left === null) throw new NotFound("member");
  const { graceDays } = await readPrivacyPolicy(ctx.programId, tx);
  return { ...left, graceDays };
}
