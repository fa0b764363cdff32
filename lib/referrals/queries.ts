import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { isUuid, toTypeId } from "@/lib/core/ids";
import { db, type Prisma } from "@/lib/db";
import { readPolicy } from "./policy-row";
import type { ReferralDto, ReferralPolicy } from "./schema";

/** @throws Forbidden */
export async function readReferralPolicy(ctx: Ctx): Promise<ReferralPolicy> {
  requirePermission(ctx, "members:read");
  return readPolicy(ctx.tx ?? db(), ctx.programId);
}

/** What whoever comes by a link may know: what there is to get. null where the program rewards nobody. */
export async function readPublicReferrals(programId: string): Promise<ReferralPolicy | null> {
  const policy = await readPolicy(db(), programId);
  return policy.enabled ? policy : null;
}

/**
 * Whom members brought along, the newest first; of one member, as either side, where one is named.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listReferrals(
  ctx: Ctx,
  { memberId, cursor, limit }: { memberId?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<Page<ReferralDto>> {
  requirePermission(ctx, "members:read");
  const rows = await (ctx.tx ?? db()).referral.findMany({
    where: {
      programId: ctx.programId,
      ...(memberId !== undefined && { OR: [{ referrerId: memberId }, { refereeId: memberId }] }),
      ...(cursor !== undefined && { referralId: { lt: idIn(cursor) } }),
    },
    orderBy: { referralId: "desc" },
    take: limit + 1,
  });
  const page = toPage(rows, limit, (last) => [last.referralId]);
  return { ...page, items: page.items.map(toReferralDto) };
}

function toReferralDto(row: Prisma.ReferralGetPayload<Record<string, never>>): ReferralDto {
  return {
    id: toTypeId("ref", row.referralId),
    referrerId: toTypeId("mem", row.referrerId),
    refereeId: toTypeId("mem", row.refereeId),
    state: row.takenBackAt === null ? row.state : "taken_back",
    joinedAt: row.joinedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    rewardedAt: row.rewardedAt?.toISOString() ?? null,
    referrerPoints: row.referrerPoints,
    refereePoints: row.refereePoints,
    takenBackAt: row.takenBackAt?.toISOString() ?? null,
    referrerTaken: row.referrerTaken,
    refereeTaken: row.refereeTaken,
  };
}

/** A cursor of another list sorts before all ids: nothing follows it. */
function idIn(cursor: string): string {
  const [id] = decodeCursor(cursor);
  return typeof id === "string" && isUuid(id) ? id : "00000000-0000-0000-0000-000000000000";
}
