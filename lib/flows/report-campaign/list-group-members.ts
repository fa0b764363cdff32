import "server-only";
import { z } from "zod";
import type { Ctx } from "@/lib/auth/context";
import { audienceCheck, type EngineMember, isHeldOut } from "@/lib/campaigns";
import { type Page, toPage } from "@/lib/core/cursor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { lookBehind } from "./look-behind";
import { selectMemberPage, selectNamesOf, sumSpending } from "./members-sql";
import { readPosition } from "./read-position";
import type { AskedDays, Group, GroupMemberDto } from "./schema";

type Request = AskedDays & { group: Group; cursor?: string | undefined; limit: number };

const POSITION = z.tuple([z.uuid()]);

/** Members that are looked at together. */
const BATCH = 2_000;

/**
 * The members whom a campaign's uplift compares, one group of them, in the order in which they joined.
 * @throws Forbidden; NotFound, also where no control group is held out; Invalid for impossible days or a foreign
 *   cursor; Conflict `not_launched`
 */
export async function listGroupMembers(
  ctx: Ctx,
  campaignId: string,
  { from, to, group, cursor, limit }: Request,
): Promise<Page<GroupMemberDto>> {
  const { campaign, span } = await lookBehind(ctx, campaignId, { from, to });
  const live = campaign.liveDefinition;
  const percent = live?.control?.percent;
  if (!live || percent === undefined) throw new NotFound("This campaign has no control group.");
  const isForMember = audienceCheck(live.audience, span.timeZone);
  const found: EngineMember[] = [];
  for (let after = readPosition(cursor, POSITION)?.[0] ?? null; found.length <= limit; ) {
    const { programId, end } = span;
    const batch = await selectMemberPage(db(), { programId, joinedBefore: end, after, limit: BATCH });
    found.push(
      ...batch.filter(
        (member) =>
          isForMember(member, end) &&
          isHeldOut(campaignId, member.memberId, percent) === (group === "control"),
      ),
    );
    const last = batch.at(-1);
    if (batch.length < BATCH || last === undefined) break;
    after = last.memberId;
  }
  const page = toPage(found.slice(0, limit + 1), limit, ({ memberId }) => [memberId]);
  const memberIds = page.items.map(({ memberId }) => memberId);
  const [names, spending] = await Promise.all([
    selectNamesOf(db(), span.programId, memberIds),
    sumSpending(db(), span, memberIds),
  ]);
  const bought = new Map(spending.map((row) => [row.memberId, row]));
  return {
    ...page,
    items: memberIds.map((memberId) => ({
      memberId,
      memberName: names.get(memberId) ?? "",
      purchases: bought.get(memberId)?.purchases ?? 0,
      amountMinor: Number(bought.get(memberId)?.amountMinor ?? 0n),
    })),
  };
}
