import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/auth/actor";
import { fixedClock } from "@/lib/core/clock";
import { Conflict, Forbidden, NotFound } from "@/lib/core/errors";
import { fromTypeId, newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { makeProgram } from "@/lib/testing/fixtures";
import { makeUser, userCtx } from "@/lib/testing/people";
import { acceptInvitation } from "./accept-invitation";
import { changeRole } from "./change-role";
import { InvitationGone } from "./errors";
import { inviteTeammate } from "./invite-teammate";
import { joinTeam } from "./join-team";
import { listInvitations, listTeam, readHomePath, readInvitation } from "./queries";
import { removeTeammate } from "./remove-teammate";
import { renewInvitation } from "./renew-invitation";
import { revokeInvitation } from "./revoke-invitation";
import { signInWithPassword } from "./sign-in-with-password";

const PASSWORD = "warm stone mosaic";
const DAY = 86_400_000;

async function makeTeam(role: Role = "owner") {
  const program = await makeProgram();
  const { organizationId } = program;
  const user = await makeUser({ organizationId, role });
  return { program, organizationId, user, ctx: userCtx(program, user, role) };
}

function newcomer(): string {
  return `${newId()}@example.com`;
}

async function roleOf(userId: string): Promise<Role | undefined> {
  return (await db().organizationUser.findFirst({ where: { userId } }))?.role;
}

async function auditActions(organizationId: string): Promise<string[]> {
  const rows = await db().organizationAudit.findMany({
    where: { organizationId },
    orderBy: { auditId: "asc" },
  });
  return rows.map((row) => row.action);
}

describe("an invitation", () => {
  it("leads a new person through name and password into the team", async () => {
    const { ctx, program, organizationId, user } = await makeTeam();
    const email = newcomer();
    const { token } = await inviteTeammate(ctx, { email: ` ${email.toUpperCase()} `, role: "marketer" });
    expect(await readInvitation(token, new Date())).toMatchObject({
      email,
      role: "marketer",
      invitedByName: user.name,
      partnerOf: null,
      hasAccount: false,
    });

    const { userId } = await acceptInvitation(token, { name: "Nia New", password: PASSWORD });
    expect(await roleOf(userId)).toBe("marketer");
    expect(await readHomePath(userId)).toBe(`/p/${program.slug}`);
    const attempt = { address: newId(), now: new Date() };
    expect(await signInWithPassword({ email, password: PASSWORD }, attempt)).toEqual({ userId });
    expect(await listInvitations(ctx)).toEqual([]);
    expect((await listTeam(ctx)).map(({ name, role }) => ({ name, role }))).toEqual([
      { name: "Nia New", role: "marketer" },
      { name: user.name, role: "owner" },
    ]);
    expect(await auditActions(organizationId)).toEqual(["invitation.sent", "invitation.accepted"]);
  });

  it("works once, even for two who accept at the same time", async () => {
    const { ctx } = await makeTeam();
    const { token } = await inviteTeammate(ctx, { email: newcomer(), role: "support" });
    const both = await Promise.allSettled(
      ["One", "Two"].map((name) => acceptInvitation(token, { name, password: PASSWORD })),
    );
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(acceptInvitation(token, { name: "Three", password: PASSWORD })).rejects.toThrow(
      InvitationGone,
    );
    expect(await listTeam(ctx)).toHaveLength(2);
  });

  it("expires after a week and can be sent again, which ends the old link", async () => {
    const { ctx } = await makeTeam();
    const { token, invitationId } = await inviteTeammate(ctx, { email: newcomer(), role: "analyst" });
    const late = fixedClock(new Date(Date.now() + 8 * DAY));
    const person = { name: "Nia New", password: PASSWORD };
    await expect(acceptInvitation(token, person, late)).rejects.toThrow(InvitationGone);
    expect(await listInvitations({ ...ctx, clock: late })).toMatchObject([{ expired: true }]);

    const renewed = await renewInvitation(
      { ...ctx, clock: late },
      { invitationId: fromTypeId("inv", invitationId) ?? "" },
    );
    await expect(acceptInvitation(token, person, late)).rejects.toThrow(InvitationGone);
    await expect(acceptInvitation(renewed.token, person, late)).resolves.toBeDefined();
  });

  it("stops working when it is revoked, or replaced by another for the same person", async () => {
    const { ctx } = await makeTeam();
    const email = newcomer();
    const first = await inviteTeammate(ctx, { email, role: "analyst" });
    const second = await inviteTeammate(ctx, { email, role: "support" });
    expect(await readInvitation(first.token, new Date())).toBeNull();
    const ref = { invitationId: fromTypeId("inv", second.invitationId) ?? "" };
    await revokeInvitation(ctx, ref);
    expect(await readInvitation(second.token, new Date())).toBeNull();
    await expect(revokeInvitation(ctx, ref)).rejects.toThrow(NotFound);
    await expect(renewInvitation(ctx, ref)).rejects.toThrow(NotFound);
  });

  it("never sets the password of an existing account: its owner signs in and joins", async () => {
    const { ctx, organizationId } = await makeTeam();
    const known = await makeUser();
    const { token } = await inviteTeammate(ctx, { email: known.email, role: "cashier" });
    await expect(acceptInvitation(token, { name: "Mallory", password: "a taken account" })).rejects.toThrow(
      Conflict,
    );
    const other = await makeUser();
    await expect(joinTeam(token, other)).rejects.toMatchObject({ code: "invited_someone_else" });
    expect(await joinTeam(token, known)).toEqual({ organizationId });
    expect(await roleOf(known.userId)).toBe("cashier");
  });

  it("is refused for somebody who is in the team, and for what is not an e-mail", async () => {
    const { ctx, user } = await makeTeam();
    await expect(inviteTeammate(ctx, { email: user.email, role: "admin" })).rejects.toMatchObject({
      code: "already_in_team",
    });
    await expect(inviteTeammate(ctx, { email: "not an e-mail", role: "admin" })).rejects.toThrow();
  });

  it.each(["", "short", "a".repeat(43), "../../etc"])("with the token %j is gone", async (token) => {
    await expect(acceptInvitation(token, { name: "Nia", password: PASSWORD })).rejects.toThrow(
      InvitationGone,
    );
  });

  it("asks for a password that is not too easy", async () => {
    const { ctx } = await makeTeam();
    const { token } = await inviteTeammate(ctx, { email: newcomer(), role: "support" });
    for (const password of ["short", "aaaaaaaaaaaa"]) {
      await expect(acceptInvitation(token, { name: "Nia", password })).rejects.toThrow();
    }
    expect(await readInvitation(token, new Date())).not.toBeNull();
  });
});

describe("the team", () => {
  it.each(["marketer", "analyst", "support", "cashier"] as const)("is not run by a %s", async (role) => {
    const { ctx, user } = await makeTeam(role);
    const { userId } = user;
    await expect(inviteTeammate(ctx, { email: newcomer(), role: "cashier" })).rejects.toThrow(Forbidden);
    await expect(changeRole(ctx, { userId, role: "owner" })).rejects.toThrow(Forbidden);
    await expect(removeTeammate(ctx, { userId })).rejects.toThrow(Forbidden);
    await expect(listTeam(ctx)).rejects.toThrow(Forbidden);
  });

  it("lets an admin run everything but owners", async () => {
    const { ctx, program } = await makeTeam("admin");
    const { organizationId } = program;
    const owner = await makeUser({ organizationId, role: "owner" });
    const cashier = await makeUser({ organizationId, role: "cashier" });
    await changeRole(ctx, { userId: cashier.userId, role: "support" });
    expect(await roleOf(cashier.userId)).toBe("support");
    await expect(changeRole(ctx, { userId: cashier.userId, role: "owner" })).rejects.toThrow(Forbidden);
    await expect(changeRole(ctx, { userId: ctx.actor.userId, role: "owner" })).rejects.toThrow(Forbidden);
    await expect(removeTeammate(ctx, { userId: owner.userId })).rejects.toThrow(Forbidden);
    await expect(inviteTeammate(ctx, { email: newcomer(), role: "owner" })).rejects.toThrow(Forbidden);
  });

  it("always keeps an owner, also when the last two step down at the same time", async () => {
    const { ctx, program, user } = await makeTeam();
    const lastOwner = { code: "last_owner" };
    await expect(changeRole(ctx, { userId: user.userId, role: "admin" })).rejects.toMatchObject(lastOwner);
    await expect(removeTeammate(ctx, { userId: user.userId })).rejects.toMatchObject(lastOwner);

    const second = await makeUser({ organizationId: program.organizationId, role: "owner" });
    const secondCtx = userCtx(program, second, "owner");
    const both = await Promise.allSettled([
      changeRole(ctx, { userId: user.userId, role: "admin" }),
      changeRole(secondCtx, { userId: second.userId, role: "admin" }),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const owners = await db().organizationUser.count({
      where: { organizationId: program.organizationId, role: "owner" },
    });
    expect(owners).toBe(1);
  });

  it("takes somebody out and records who did it", async () => {
    const { ctx, program, organizationId } = await makeTeam();
    const leaver = await makeUser({ organizationId: program.organizationId, role: "support" });
    await removeTeammate(ctx, { userId: leaver.userId });
    expect(await roleOf(leaver.userId)).toBeUndefined();
    expect(await readHomePath(leaver.userId)).toBeNull();
    await expect(removeTeammate(ctx, { userId: leaver.userId })).rejects.toThrow(NotFound);
    const [entry] = await db().organizationAudit.findMany({ where: { organizationId } });
    expect(entry).toMatchObject({
      action: "teammate.removed",
      actor: `user:${ctx.actor.userId}`,
      detail: { role: "support" },
    });
    expect(JSON.stringify(entry)).not.toContain(leaver.email);
  });

  it("does not reach into another company", async () => {
    const [mine, theirs] = [await makeTeam(), await makeTeam()];
    const { userId } = theirs.user;
    await expect(changeRole(mine.ctx, { userId, role: "cashier" })).rejects.toThrow(NotFound);
    await expect(removeTeammate(mine.ctx, { userId })).rejects.toThrow(NotFound);
    const { invitationId } = await inviteTeammate(theirs.ctx, { email: newcomer(), role: "cashier" });
    const ref = { invitationId: fromTypeId("inv", invitationId) ?? "" };
    await expect(revokeInvitation(mine.ctx, ref)).rejects.toThrow(NotFound);
    await expect(renewInvitation(mine.ctx, ref)).rejects.toThrow(NotFound);
    expect((await listTeam(mine.ctx)).map(({ email }) => email)).toEqual([mine.user.email]);
    expect(await listInvitations(mine.ctx)).toEqual([]);
  });
});
