import "server-only";
import { NotFound } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import type { Role } from "./schema";
import { lockTeam } from "./sql";

/**
 * Locks the team and returns the person's role and the number of owners, so that two changes at once cannot
 * take the last two owners away.
 * @throws NotFound
 */
export async function lockTeammate(
  tx: Tx,
  organizationId: string,
  userId: string,
): Promise<{ role: Role; owners: number }> {
  const team = await lockTeam(tx, organizationId);
  const teammate = team.find((row) => row.userId === userId);
  if (!teammate) throw new NotFound("teammate");
  return { role: teammate.role, owners: team.filter((row) => row.role === "owner").length };
}
