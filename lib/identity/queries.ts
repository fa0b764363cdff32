import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { toTypeId } from "@/lib/core/ids";
import { db, type Tx } from "@/lib/db";
import { openInvitation } from "./claim-invitation";
import { invitationHash } from "./invitation-token";
import type { ExpiredInvitation, InvitationDto, OpenInvitation, TeammateDto } from "./schema";
import { userActor } from "./team-rules";

/** A team is shown whole; the bound keeps a runaway one from hurting. */
const MAX_TEAM = 500;

/**
 * Everybody in the company of the caller, by name.
 * @throws Forbidden
 */
export async function listTeam(ctx: Ctx): Promise<TeammateDto[]> {
  requirePermission(ctx, "team:manage");
  const rows = await db().organizationUser.findMany({
    where: { organizationId: userActor(ctx).organizationId },
    select: {
      role: true,
      createdAt: true,
      user: { select: { userId: true, name: true, email: true, lastSignInAt: true } },
    },
    orderBy: { user: { name: "asc" } },
    take: MAX_TEAM,
  });
  return rows.map(({ role, createdAt, user }) => ({
    userId: toTypeId("user", user.userId),
    name: user.name,
    email: user.email,
    role,
    joinedAt: createdAt.toISOString(),
    lastSignInAt: user.lastSignInAt?.toISOString() ?? null,
  }));
}

/**
 * Invitations of the caller's company that wait for an answer, expired ones included; the newest first.
 * @throws Forbidden
 */
export async function listInvitations(ctx: Ctx): Promise<InvitationDto[]> {
  requirePermission(ctx, "team:manage");
  return openInvitationsOf(db(), userActor(ctx).organizationId, ctx.clock.now());
}

/** Invitations of a company that wait for an answer, expired ones included; the newest first. */
export async function openInvitationsOf(tx: Tx, organizationId: string, now: Date): Promise<InvitationDto[]> {
  const rows = await tx.invitation.findMany({
    where: { organizationId, acceptedAt: null, revokedAt: null },
    orderBy: { createdAt: "desc" },
    take: MAX_TEAM,
  });
  const inviters = await tx.user.findMany({
    where: { userId: { in: rows.map((row) => row.invitedBy) } },
    select: { userId: true, name: true },
  });
  const names = new Map(inviters.map(({ userId, name }) => [userId, name]));
  return rows.map((row) => ({
    invitationId: toTypeId("inv", row.invitationId),
    email: row.email,
    role: row.role,
    invitedBy: names.get(row.invitedBy) ?? "a former teammate",
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    expired: row.expiresAt <= now,
  }));
}

/** The open invitation behind a link, or null: expired, revoked, accepted and unknown look the same. */
export async function readInvitation(token: string, now: Date): Promise<OpenInvitation | null> {
  const tokenHash = invitationHash(token);
  if (tokenHash === null) return null;
  const row = await db().invitation.findFirst({
    where: { tokenHash, ...openInvitation(now) },
    select: {
      email: true,
      role: true,
      invitedBy: true,
      organization: {
        select: {
          name: true,
          programs: { select: { programId: true }, take: 1 },
          participants: {
            select: { program: { select: { name: true } } },
            orderBy: [{ program: { sandbox: "asc" } }, { program: { createdAt: "asc" } }],
            take: 1,
          },
        },
      },
    },
  });
  if (row === null) return null;
  const { name, programs, participants } = row.organization;
  const [inviter, accounts] = await Promise.all([
    db().user.findUnique({ where: { userId: row.invitedBy }, select: { name: true } }),
    db().user.count({ where: { email: row.email } }),
  ]);
  return {
    email: row.email,
    role: row.role,
    organizationName: name,
    partnerOf: programs.length > 0 ? null : (participants[0]?.program.name ?? null),
    invitedByName: inviter?.name ?? name,
    hasAccount: accounts > 0,
  };
}

/** The invitation behind a link that nobody answered in time, or null. What was revoked or replaced looks unknown. */
export async function readExpiredInvitation(token: string, now: Date): Promise<ExpiredInvitation | null> {
  const tokenHash = invitationHash(token);
  if (tokenHash === null) return null;
  const row = await db().invitation.findFirst({
    where: { tokenHash, acceptedAt: null, revokedAt: null, expiresAt: { lte: now } },
    select: { invitedBy: true, expiresAt: true, organization: { select: { name: true } } },
  });
  if (row === null) return null;
  const inviter = await db().user.findUnique({ where: { userId: row.invitedBy }, select: { name: true } });
  const organizationName = row.organization.name;
  return {
    organizationName,
    invitedByName: inviter?.name ?? organizationName,
    expiredAt: row.expiresAt.toISOString(),
  };
}

/**
 * Where the portal opens for a user: the first program of their companies, a cashier at its counter; the partners'
 * portal for people of companies that take part; null when there is nothing for them.
 */
export async function readHomePath(userId: string): Promise<string | null> {
  const program = await db().program.findFirst({
    where: { organization: { users: { some: { userId } } } },
    select: {
      slug: true,
      organization: { select: { users: { where: { userId }, select: { role: true } } } },
    },
    orderBy: [{ sandbox: "asc" }, { createdAt: "asc" }],
  });
  if (program !== null) {
    const isCashier = program.organization.users.some(({ role }) => role === "cashier");
    return isCashier ? `/p/${program.slug}/counter` : `/p/${program.slug}`;
  }
  const part = await db().programParticipant.findFirst({
    where: { organization: { users: { some: { userId } } } },
    select: { program: { select: { slug: true } } },
    orderBy: [{ program: { sandbox: "asc" } }, { program: { createdAt: "asc" } }],
  });
  return part && `/partner/${part.program.slug}`;
}
