import "server-only";
import { publicAddress } from "@/lib/config/public-address";
import type { Clock } from "@/lib/core/clock";
import { toTypeId } from "@/lib/core/ids";
import { withTx } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import { mailExpiry } from "./mail-invitation";
import { type ExpiredInvitationRow, noteExpired } from "./sql";

const AT_ONCE = 100;

/**
 * Tells inviters by mail of invitations that nobody answered in time, once each.
 * @returns how many were told of
 */
export async function tellExpiredInvitations(clock: Clock): Promise<number> {
  return withTx({}, async (tx) => {
    const expired = await noteExpired(tx, clock.now(), AT_ONCE);
    for (const row of expired) {
      const address = await whereToInvite(row);
      await mailExpiry(tx, { programId: row.programId, clock }, { ...row, address });
    }
    return expired.length;
  });
}

/** The page on which the inviter can send the invitation again. */
async function whereToInvite({
  programId,
  organizationId,
  isColleague,
}: ExpiredInvitationRow): Promise<string> {
  const { slug, organizationId: owner } = await recallProgram(programId);
  const portal = publicAddress();
  if (organizationId === owner) return `${portal}/p/${slug}/settings/team`;
  if (isColleague) return `${portal}/partner/${slug}/company`;
  return `${portal}/p/${slug}/partners/${toTypeId("org", organizationId)}`;
}
