import "server-only";
import { db } from "@/lib/db";
import type { Role } from "./actor";

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

export type StoredApiKey = {
  programId: string;
  name: string;
  scopes: string[];
  secretHash: Uint8Array;
  lastUsedAt: Date | null;
};

/** A key that has not been revoked. */
export async function findApiKey(apiKeyId: string): Promise<StoredApiKey | null> {
  const rows = await db().$queryRaw<StoredApiKey[]>`
    SELECT program_id AS "programId", name, scopes, secret_hash AS "secretHash", last_used_at AS "lastUsedAt"
    FROM api_key
    WHERE api_key_id = ${apiKeyId}::uuid AND revoked_at IS NULL`;
  return rows[0] ?? null;
}

/** Notes that a key was used, at most once a minute however many requests it makes. */
export async function touchApiKey(programId: string, apiKeyId: string, now: Date): Promise<void> {
  await db().$executeRaw`
    UPDATE api_key SET last_used_at = ${now}
    WHERE program_id = ${programId}::uuid AND api_key_id = ${apiKeyId}::uuid
      AND (last_used_at IS NULL OR last_used_at < ${now}::timestamptz - interval '1 minute')`;
}

/** True when the member exists, belongs to the program, and may sign in. */
export async function isActiveMember(programId: string, memberId: string): Promise<boolean> {
  const rows = await db().$queryRaw<{ active: boolean }[]>`
    SELECT status = 'active' AS active FROM member
    WHERE program_id = ${programId}::uuid AND member_id = ${memberId}::uuid`;
  return rows[0]?.active ?? false;
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
