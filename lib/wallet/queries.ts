import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { addDays, localDay } from "@/lib/core/calendar";
import type { Page } from "@/lib/core/cursor";
import { db } from "@/lib/db";
import { pointNameIn } from "@/lib/i18n/points";
import { nameAsSeenBy, readMember } from "@/lib/members";
import { type ProgramDto, recallProgram, SPENDABLE_POINT_TYPE } from "@/lib/programs";
import { readExpiringLots, readPendingLots, readWalletRows } from "./read-sql";
import { readStatement } from "./read-statement";
import type { ActivityEntry, ActivityKind, WalletDto } from "./schema";

const EXPIRING_SOON_DAYS = 60;

/** Who reads it; and in which locale (BCP 47), where it is not the member's own or else the program's. */
type Telling = { locale?: string | undefined; audience?: "member" | "staff" | undefined };

/**
 * A member's points; members may read their own. Told to a member, points that are called just that are called so in
 * their language.
 * @throws Forbidden, NotFound
 */
export async function readWallet(ctx: Ctx, memberId: string, telling: Telling = {}): Promise<WalletDto> {
  requireSelfOr(ctx, memberId, "wallet:read");
  const client = ctx.tx ?? db();
  const program = await recallProgram(ctx.programId, ctx.tx);
  const { pointName } = await namingOf(ctx, memberId, program, telling);
  const today = localDay(ctx.clock.now(), program.timeZone);
  const [rows, expiring, waiting] = await Promise.all([
    readWalletRows(client, ctx.programId, memberId, today),
    readExpiringLots(client, ctx.programId, memberId, today, addDays(today, EXPIRING_SOON_DAYS)),
    readPendingLots(client, ctx.programId, memberId),
  ]);
  // Says that there is no such member, where there is none.
  if (rows.length === 0) await readMember({ ...ctx, actor: { kind: "member", memberId } }, memberId);
  const own = rows.find((row) => row.pointTypeNo === SPENDABLE_POINT_TYPE);
  const others = program.pointTypes.filter((type) => type.pointTypeNo !== SPENDABLE_POINT_TYPE);
  return {
    memberId,
    pointType: { name: pointName },
    available: own === undefined ? 0 : Number(own.available - own.held - own.overdue),
    pending: Number(own?.pending ?? 0),
    held: Number(own?.held ?? 0),
    debt: Number(own?.debt ?? 0),
    expiringSoon: expiring.map(({ expiresOn, points }) => ({ expiresOn, points: Number(points) })),
    lifetimeEarned: Number(own?.earned ?? 0),
    lifetimeReturned: Number(own?.returned ?? 0),
    lifetimeSpent: Number(own?.spent ?? 0),
    lifetimeExpired: Number(own?.expired ?? 0),
    pendingUntil: waiting.map(({ on, event, points }) => ({ on, event, points: Number(points) })),
    otherTypes: others.map(({ pointTypeNo, code, name }) => {
      const row = rows.find((candidate) => candidate.pointTypeNo === pointTypeNo);
      return {
        code,
        name,
        available: Number(row?.available ?? 0),
        pending: Number(row?.pending ?? 0),
        lifetimeEarned: Number(row?.earned ?? 0),
      };
    }),
  };
}

/**
 * What moved a member's points, the newest first, one entry for each cause, with its reason in words. Members may
 * read their own.
 * The program's people read how it was decided, in English, unless they ask for what the member reads.
 * @throws Forbidden, NotFound; Invalid for a foreign cursor
 */
export async function readActivity(
  ctx: Ctx,
  memberId: string,
  {
    cursor,
    limit,
    kind,
    locale,
    audience = audienceOf(ctx),
  }: { cursor?: string; limit: number; kind?: ActivityKind } & Telling,
): Promise<Page<ActivityEntry>> {
  requireSelfOr(ctx, memberId, "wallet:read");
  const client = ctx.tx ?? db();
  const [program, member] = await Promise.all([
    recallProgram(ctx.programId, ctx.tx),
    readMember({ ...ctx, actor: { kind: "member", memberId } }, memberId),
  ]);
  return readStatement(
    client,
    program,
    memberId,
    { cursor, limit, kind },
    {
      locale: locale ?? member.locale ?? program.locale,
      nameOf: (name) => nameAsSeenBy(ctx.actor, name),
      audience,
    },
  );
}

function audienceOf({ actor }: Ctx): "member" | "staff" {
  return actor.kind === "member" ? "member" : "staff";
}

/** What the spendable points are called to whoever reads. */
async function namingOf(
  ctx: Ctx,
  memberId: string,
  { pointType: { name }, locale: own }: ProgramDto,
  { locale, audience }: Telling,
): Promise<{ pointName: string }> {
  if (audience !== "member") return { pointName: name };
  if (locale !== undefined) return { pointName: pointNameIn(locale, name) };
  const member = await readMember({ ...ctx, actor: { kind: "member", memberId } }, memberId);
  return { pointName: pointNameIn(member.locale ?? own, name) };
}
