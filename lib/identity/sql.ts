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
