import { beforeAll, describe, expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { fromTypeId, newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { makeProgram } from "@/lib/testing/fixtures";
import { makeUser, userCtx } from "@/lib/testing/people";
import { inviteTeammate } from "./invite-teammate";
import { readExpiredInvitation, readInvitation } from "./queries";
import { renewInvitation } from "./renew-invitation";
import { revokeInvitation } from "./revoke-invitation";
import { tellExpiredInvitations } from "./tell-expired-invitations";

const DAY = 86_400_000;
const START = new Date("2026-11-22T10:00:00Z");
const LATE = fixedClock(new Date(START.getTime() + 8 * DAY));

beforeAll(() => {
  // Only that there is one counts here: nothing is sent.
  process.env.SMTP_URL = "smtp://127.0.0.1:1";
});

async function makeTeam() {
  const program = await makeProgram();
  const user = await makeUser({ organizationId: program.organizationId, name: "Mara" });
  return { program, user, ctx: { ...userCtx(program, user, "owner"), clock: fixedClock(START) } };
}

const mailsTo = (programId: string, recipient: string) =>
  db().mail.findMany({ where: { programId, recipient }, orderBy: { mailId: "asc" } });

describe("an invitation by mail", () => {
  it("carries the link, and no longer than the link is good", async () => {
    const { program, ctx } = await makeTeam();
    const email = `${newId()}@example.com`;
    const { token, isMailed } = await inviteTeammate(ctx, { email, role: "marketer" });
    expect(isMailed).toBe(true);
    const [mail] = await mailsTo(program.programId, email);
    expect(mail).toMatchObject({ kind: "invitation", secret: true, state: "waiting" });
    expect(mail?.text).toContain(`/invite/${token}`);
    expect(mail?.subject).toMatch(/^Mara invites you to Company/);
    expect(mail?.usefulUntil).toEqual(new Date(START.getTime() + 7 * DAY));
  });

  it("is sent again with a new link", async () => {
    const { program, ctx } = await makeTeam();
    const email = `${newId()}@example.com`;
    const first = await inviteTeammate(ctx, { email, role: "support" });
    const invitationId = fromTypeId("inv", first.invitationId) ?? "";
    const second = await renewInvitation({ ...ctx, clock: LATE }, { invitationId });
    const [, mail] = await mailsTo(program.programId, email);
    expect(mail?.text).toContain(`/invite/${second.token}`);
    expect(await readInvitation(first.token, LATE.now())).toBeNull();
  });

  it("that nobody answers is told of once: to whoever sent it, and to whoever opens the link", async () => {
    const { program, user, ctx } = await makeTeam();
    const email = `${newId()}@example.com`;
    const { token, invitationId } = await inviteTeammate(ctx, { email, role: "analyst" });
    const revoked = await inviteTeammate(ctx, { email: `${newId()}@example.com`, role: "analyst" });
    await revokeInvitation(ctx, { invitationId: fromTypeId("inv", revoked.invitationId) ?? "" });
    expect(await readExpiredInvitation(token, START)).toBeNull();

    await Promise.all([tellExpiredInvitations(LATE), tellExpiredInvitations(LATE)]);
    await tellExpiredInvitations(LATE);
    const told = await mailsTo(program.programId, user.email);
    expect(told.map(({ subject }) => subject)).toEqual([`Your invitation of ${email} has expired`]);
    expect(told[0]?.text).toContain(`/p/${program.slug}/settings/team`);
    expect(await readExpiredInvitation(token, LATE.now())).toMatchObject({ invitedByName: "Mara" });
    expect(await readExpiredInvitation(revoked.token, LATE.now())).toBeNull();

    await renewInvitation({ ...ctx, clock: LATE }, { invitationId: fromTypeId("inv", invitationId) ?? "" });
    await tellExpiredInvitations(fixedClock(new Date(START.getTime() + 16 * DAY)));
    expect(await mailsTo(program.programId, user.email)).toHaveLength(2);
  });
});
