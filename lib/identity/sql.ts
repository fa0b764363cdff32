import "server-only";
import type { Tx } from "@/lib/db";
import type { Role } from "./schema";

/** The whole team, each row locked, always in the same order. */
export async function lockTeam(tx: Tx, organizationId: string): Promise<{ userId: string; role: Role }[]> {
  return tx.$queryRaw<{ userId: string; role: Role }[]>`
    SELECT user_id AS "userId", role FROM organization_user
    WHERE organization_id = ${organizationId}::uuid
    ORDER BY user_id
    FOR UPDATE`;
}

export type ExpiredInvitationRow = {
  programId: string;
  organizationId: string;
  email: string;
  invitedBy: string;
  /** Whether the inviter is one of the company's own people. */
  isColleague: boolean;
};

/** Notes which invitations have expired unanswered, each once. Rows that somebody else is at wait for the next time. */
export async function noteExpired(tx: Tx, now: Date, limit: number): Promise<ExpiredInvitationRow[]> {
  return tx.$queryRaw<ExpiredInvitationRow[]>`
    UPDATE invitation SET expiry_told_at = ${now.toISOString()}::timestamptz
    FROM (
      SELECT organization_id, invitation_id FROM invitation
      WHERE accepted_at IS NULL AND revoked_at IS NULL AND expiry_told_at IS NULL AND program_id IS NOT NULL
        AND expires_at <= ${now.toISOString()}::timestamptz
      ORDER BY expires_at
      LIMIT ${limit}
      FOR NO KEY UPDATE SKIP LOCKED
    ) AS expired
    WHERE invitation.organization_id = expired.organization_id AND invitation.invitation_id = expired.invitation_id
    RETURNING invitation.program_id AS "programId", invitation.organization_id AS "organizationId", invitation.email,
              invitation.invited_by AS "invitedBy",
              EXISTS (
                SELECT FROM organization_user AS colleague
                WHERE colleague.organization_id = invitation.organization_id AND colleague.user_id = invitation.invited_by
              ) AS "isColleague"`;
}
