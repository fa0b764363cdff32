import "server-only";
import { db, readBriefly } from "@/lib/db";
import type { ParticipantRole, Role } from "./actor";
import type { MemberSession } from "./session-token";

export type PortalAccess = {
  name: string;
  email: string;
  /** Null when there is no such program. */
  programId: string | null;
  organizationId: string | null;
  /** Null when the user is not in the program's organisation. */
  role: Role | null;
};

/** What a user may do in a program, as of now; null when the user is gone or disabled. */
export async function findPortalAccess(userId: string, slug: string): Promise<PortalAccess | null> {
  const rows = await db().$queryRaw<PortalAccess[]>`
    SELECT u.name, u.email, p.program_id AS "programId", p.organization_id AS "organizationId", ou.role
    FROM app_user u
    LEFT JOIN program p ON p.slug = ${slug}
    LEFT JOIN organization_user ou ON ou.organization_id = p.organization_id AND ou.user_id = u.user_id
    WHERE u.user_id = ${userId}::uuid AND u.disabled_at IS NULL`;
  return rows[0] ?? null;
}

export type PartnerAccess = {
  name: string;
  programId: string;
  organizationId: string;
  parts: ParticipantRole[];
};

/** As what a user's company takes part in a program, as of now; null where it does not, or the user is gone. */
export async function findPartnerAccess(userId: string, slug: string): Promise<PartnerAccess | null> {
  const rows = await db().$queryRaw<PartnerAccess[]>`
    SELECT u.name, p.program_id AS "programId", pp.organization_id AS "organizationId",
           array_agg(pp.role::text ORDER BY pp.role) AS parts
    FROM app_user u
    JOIN organization_user ou ON ou.user_id = u.user_id
    JOIN program p ON p.slug = ${slug}
    JOIN program_participant pp ON pp.program_id = p.program_id AND pp.organization_id = ou.organization_id
    WHERE u.user_id = ${userId}::uuid AND u.disabled_at IS NULL
    GROUP BY u.name, p.program_id, pp.organization_id
    ORDER BY pp.organization_id
    LIMIT 1`;
  return rows[0] ?? null;
}

export type StoredApiKey = {
  programId: string;
  name: string;
  scopes: string[];
  secretHash: Uint8Array;
  lastUsedAt: Date | null;
};

/** A key that has not been revoked. */
export async function findApiKey(apiKeyId: string): Promise<StoredApiKey | null> {
  const rows = await readBriefly(
    (tx) => tx.$queryRaw<StoredApiKey[]>`
    SELECT program_id AS "programId", name, scopes, secret_hash AS "secretHash", last_used_at AS "lastUsedAt"
    FROM api_key
    WHERE api_key_id = ${apiKeyId}::uuid AND revoked_at IS NULL`,
  );
  return rows[0] ?? null;
}

/** Notes that a key was used, at most once a minute however many requests it makes. */
export async function touchApiKey(programId: string, apiKeyId: string, now: Date): Promise<void> {
  await db().$executeRaw`
    UPDATE api_key SET last_used_at = ${now}
    WHERE program_id = ${programId}::uuid AND api_key_id = ${apiKeyId}::uuid
      AND (last_used_at IS NULL OR last_used_at < ${now}::timestamptz - interval '1 minute')`;
}

/** What a session needs to know of its member; null where it has ended, or the member may not sign in. */
export async function findMemberSession({
  programId,
  memberId,
  sessionId,
}: MemberSession): Promise<{ locale: string | null; seenAt: Date } | null> {
  const rows = await db().$queryRaw<{ locale: string | null; seenAt: Date }[]>`
    SELECT member.locale, member_session.seen_at AS "seenAt"
    FROM member_session
    JOIN member ON member.program_id = member_session.program_id AND member.member_id = member_session.member_id
    WHERE member_session.program_id = ${programId}::uuid AND member_session.session_id = ${sessionId}::uuid
      AND member_session.member_id = ${memberId}::uuid AND member.status = 'active'`;
  return rows[0] ?? null;
}

const SEEN_EVERY_MS = 10 * 60_000;

/** Notes that a session was used, at most once every ten minutes however many requests it makes. */
export async function touchMemberSession(
  { programId, sessionId }: Pick<MemberSession, "programId" | "sessionId">,
  seenAt: Date,
  now: Date,
): Promise<void> {
  if (now.getTime() - seenAt.getTime() < SEEN_EVERY_MS) return;
  await db().$executeRaw`
    UPDATE member_session SET seen_at = ${now.toISOString()}::timestamptz
    WHERE program_id = ${programId}::uuid AND session_id = ${sessionId}::uuid
      AND seen_at < ${now.toISOString()}::timestamptz`;
}

/** A user who may sign in, as the screens name them. */
export async function findUser(
  userId: string,
): Promise<{ userId: string; name: string; email: string } | null> {
  const rows = await db().$queryRaw<{ userId: string; name: string; email: string }[]>`
    SELECT user_id AS "userId", name, email FROM app_user
    WHERE user_id = ${userId}::uuid AND disabled_at IS NULL`;
  return rows[0] ?? null;
}
