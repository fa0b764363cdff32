import { Prisma, type Tx } from "@/lib/db";
import { POINTS_POSTED } from "@/lib/wallet/schema";
import { PUSH_DEFAULTS, type PushContent, type PushKind } from "./schema";

/** Programs that have anybody to tell something. */
export async function listProgramsWithSubscriptions(
  tx: Tx,
): Promise<{ programId: string; timeZone: string }[]> {
  return tx.$queryRaw<{ programId: string; timeZone: string }[]>`
    SELECT program_id AS "programId", time_zone AS "timeZone" FROM program
    WHERE EXISTS (SELECT FROM push_subscription WHERE push_subscription.program_id = program.program_id)`;
}

/** The condition that a member can be told something of a kind, and wants to be. */
function wants(programId: string, kind: PushKind, member: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    EXISTS (SELECT FROM push_subscription
            WHERE push_subscription.program_id = ${programId}::uuid AND push_subscription.member_id = ${member})
    AND coalesce((SELECT wanted FROM push_choice
                  WHERE push_choice.program_id = ${programId}::uuid AND push_choice.member_id = ${member}
                    AND push_choice.kind = ${kind}), ${PUSH_DEFAULTS[kind]}::boolean)`;
}

/** Movements that are news to whoever gains by them. */
const GAINS = ["purchase", "custom", "adjustment", "transfer_in", "pool_in", "activation"];

/**
 * Queues what was announced since an id: points that members gained. Looking twice at the same is as good as once.
 * @returns how many
 */
export async function queueGains(tx: Tx, programId: string, after: string, now: Date): Promise<number> {
  const at = now.toISOString();
  return tx.$executeRaw`
    INSERT INTO push (program_id, push_id, member_id, kind, key, content, created_at, next_attempt_at)
    SELECT ${programId}::uuid, gen_random_uuid(), gain.member_id, 'points', 'points:' || gain.cause_id,
           jsonb_build_object('kind', 'points', 'points', gain.delta, 'balance', gain.balance),
           ${at}::timestamptz, ${at}::timestamptz
    FROM outbox
    CROSS JOIN LATERAL (
      SELECT (item ->> 'memberId')::uuid AS member_id, item ->> 'causeId' AS cause_id,
             (item ->> 'delta')::bigint AS delta, (item ->> 'balance')::bigint AS balance
      FROM json_array_elements(outbox.payload -> 'items') AS item
      WHERE (item ->> 'delta')::bigint > 0
    ) AS gain
    JOIN decision ON decision.program_id = ${programId}::uuid AND decision.cause_id = gain.cause_id::uuid
      AND decision.kind = ANY (${GAINS}::text[])
    WHERE outbox.program_id = ${programId}::uuid AND outbox.outbox_id > ${after}::uuid
      AND outbox.topic = ${POINTS_POSTED} AND ${wants(programId, "points", Prisma.sql`gain.member_id`)}
    ON CONFLICT (program_id, member_id, key) DO NOTHING`;
}

/**
 * Queues messages of the inbox since an id: what campaigns say are offers, what else there is concerns the member's
 * own orders.
 * @returns how many
 */
export async function queueMessages(tx: Tx, programId: string, after: string, now: Date): Promise<number> {
  const at = now.toISOString();
  return tx.$executeRaw`
    INSERT INTO push (program_id, push_id, member_id, kind, key, content, created_at, next_attempt_at)
    SELECT ${programId}::uuid, gen_random_uuid(), member_id, kind, 'message:' || message_id,
           jsonb_build_object('kind', kind, 'title', title, 'body', body), ${at}::timestamptz, ${at}::timestamptz
    FROM (
      SELECT message.*, CASE WHEN EXISTS (
        SELECT FROM benefit WHERE benefit.program_id = ${programId}::uuid AND benefit.benefit_id = message.message_id
      ) THEN 'offers' ELSE 'orders' END AS kind
      FROM message
      WHERE message.program_id = ${programId}::uuid AND message.message_id > ${after}::uuid
        AND message.read_at IS NULL
    ) AS told
    WHERE kind = 'offers' AND ${wants(programId, "offers", Prisma.sql`told.member_id`)}
       OR kind = 'orders' AND ${wants(programId, "orders", Prisma.sql`told.member_id`)}
    ON CONFLICT (program_id, member_id, key) DO NOTHING`;
}

/**
 * Queues, for members who can be told, points whose last day is between two days; once for each such day.
 * @param at when they are told
 */
export async function queueExpiring(
  tx: Tx,
  programId: string,
  days: { from: string; to: string },
  { now, at }: { now: Date; at: Date },
): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO push (program_id, push_id, member_id, kind, key, content, created_at, next_attempt_at)
    SELECT ${programId}::uuid, gen_random_uuid(), account.party, 'expiring', 'expiring:' || lot.expires_on,
           jsonb_build_object('kind', 'expiring', 'points', sum(lot.remaining - lot.reserved), 'day', lot.expires_on),
           ${now.toISOString()}::timestamptz, ${at.toISOString()}::timestamptz
    FROM (
      SELECT DISTINCT member_id FROM push_subscription WHERE program_id = ${programId}::uuid
    ) AS subscriber
    JOIN account ON account.program_id = ${programId}::uuid AND account.party = subscriber.member_id
      AND account.point_type_no = 1 AND account.kind = 'available'
    JOIN lot ON lot.program_id = ${programId}::uuid AND lot.account_id = account.account_id
      AND lot.expires_on BETWEEN ${days.from}::date AND ${days.to}::date AND lot.remaining > lot.reserved
    WHERE ${wants(programId, "expiring", Prisma.sql`account.party`)}
    GROUP BY account.party, lot.expires_on
    ON CONFLICT (program_id, member_id, key) DO NOTHING`;
}

/** A push with what wording and sending it takes. */
export type DuePush = {
  programId: string;
  pushId: string;
  memberId: string;
  content: PushContent;
  attempts: number;
  createdAt: Date;
  locale: string;
  timeZone: string;
  slug: string;
  programName: string;
  pointName: string;
  isActive: boolean;
};

/** Takes pushes that are due, for as long as a lease lasts: of several workers, one sends each. */
export async function takeDuePushes(tx: Tx, now: Date, leaseUntil: Date, limit: number): Promise<DuePush[]> {
  return tx.$queryRaw<DuePush[]>`
    WITH due AS (
      SELECT program_id, push_id FROM push
      WHERE state = 'waiting' AND next_attempt_at <= ${now.toISOString()}::timestamptz
      ORDER BY next_attempt_at
      LIMIT ${limit}
      FOR UPDATE SKIP LOCKED
    ), taken AS (
      UPDATE push SET attempts = attempts + 1, next_attempt_at = ${leaseUntil.toISOString()}::timestamptz
      FROM due WHERE push.program_id = due.program_id AND push.push_id = due.push_id
      RETURNING push.*
    )
    SELECT taken.program_id AS "programId", taken.push_id AS "pushId", taken.member_id AS "memberId", taken.content,
           taken.attempts::int AS attempts, taken.created_at AS "createdAt",
           coalesce(member.locale, program.locale) AS locale, program.time_zone AS "timeZone", program.slug,
           program.name AS "programName", point_type.name AS "pointName", member.status = 'active' AS "isActive"
    FROM taken
    JOIN member ON member.program_id = taken.program_id AND member.member_id = taken.member_id
    JOIN program ON program.program_id = taken.program_id
    JOIN point_type ON point_type.program_id = taken.program_id AND point_type.point_type_no = 1`;
}

/** Deletes pushes that were closed before an instant. @returns how many */
export async function deletePushesBefore(tx: Tx, instant: Date, limit: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM push USING (
      SELECT program_id, push_id FROM push
      WHERE closed_at < ${instant.toISOString()}::timestamptz
      LIMIT ${limit}
    ) AS old
    WHERE push.program_id = old.program_id AND push.push_id = old.push_id`;
}
