import { describe, expect, it } from "vitest";
import type { MemberCtx } from "@/lib/auth/context";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { ctxFor, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { changeMemberPassword } from "./change-member-password";
import { searchMembers } from "./queries";
import { registerMember } from "./register-member";
import { updateMember } from "./update-member";
import { updateOwnProfile } from "./update-own-profile";

const NOW = new Date("2026-11-22T09:00:00Z");

async function joined(program: TestProgram): Promise<MemberCtx> {
  const passwordHash = await hashPassword("four warm loaves");
  const newcomer = { name: "Amira Haddad", email: "amira@example.com", passwordHash };
  const { memberId } = await registerMember(program.ctx, newcomer);
  const ctx = ctxFor(program, { memberId, clock: fixedClock(NOW) });
  return { ...ctx, actor: { kind: "member", memberId } };
}

describe("a member's own profile", () => {
  it("joins once per program with a password that verifies", async () => {
    const program = await makeProgram();
    const ctx = await joined(program);
    const row = await db().member.findUniqueOrThrow({
      where: { programId_memberId: { programId: program.programId, memberId: ctx.actor.memberId } },
    });
    expect(await verifyPassword(row.passwordHash, "four warm loaves")).toBe(true);
    await expect(joined(program)).rejects.toMatchObject({ code: "member_exists" });
    await expect(joined(await makeProgram())).resolves.toBeDefined();
  });

  it("changes name, phone and locale, and is found under the new name", async () => {
    const program = await makeProgram();
    const ctx = await joined(program);
    await updateOwnProfile(ctx, { name: "Amira Haddad-Weiß", phone: "+49 170 1234567" });
    const member = await updateOwnProfile(ctx, { locale: "de-DE" });
    expect(member).toMatchObject({ name: "Amira Haddad-Weiß", phone: "+49 170 1234567", locale: "de-DE" });
    const found = await searchMembers(program.ctx, { q: "weiss", limit: 5 });
    expect(found.items.map((item) => item.memberId)).toEqual([ctx.actor.memberId]);
    const topics = await db().outbox.findMany({
      where: { programId: program.programId, topic: "member.changed" },
    });
    expect(topics.map((row) => row.payload)).toEqual([
      { memberId: ctx.actor.memberId, fields: ["name", "phone"] },
      { memberId: ctx.actor.memberId, fields: ["locale"] },
    ]);
  });

  it("changes the password for whoever knows the current one", async () => {
    const program = await makeProgram();
    const ctx = await joined(program);
    await expect(
      changeMemberPassword(ctx, { currentPassword: "a guess", newPassword: "five cold plums" }),
    ).rejects.toMatchObject({ code: "invalid", fields: [{ pointer: "/currentPassword" }] });
    await changeMemberPassword(ctx, { currentPassword: "four warm loaves", newPassword: "five cold plums" });
    const { passwordHash } = await db().member.findFirstOrThrow({ where: { programId: program.programId } });
    expect(await verifyPassword(passwordHash, "five cold plums")).toBe(true);
  });
});

describe("a first password", () => {
  it("needs no other one, and from then on the one that was set", async () => {
    const program = await makeProgram();
    const { memberId } = await registerMember(program.ctx, { name: "Ben", email: "ben@example.com" });
    const ctx: MemberCtx = { ...ctxFor(program, { memberId }), actor: { kind: "member", memberId } };
    const setting = ["four warm loaves", "six sharp pencils"].map((newPassword) =>
      changeMemberPassword(ctx, { newPassword }),
    );
    const codes = (await Promise.allSettled(setting)).map((result) =>
      result.status === "rejected" ? result.reason.code : "set",
    );
    expect(codes.sort()).toEqual([expect.stringMatching(/^(password_changed|invalid)$/), "set"]);
    await expect(changeMemberPassword(ctx, { newPassword: "nine blue doors" })).rejects.toMatchObject({
      fields: [{ code: "wrong_password" }],
    });
  });
});

describe("updateMember", () => {
  it("refuses another member's number, more attributes than fit, and members who left", async () => {
    const program = await makeProgram();
    const ctx = await joined(program);
    const { memberId } = ctx.actor;
    await registerMember(program.ctx, { name: "Ben", email: "ben@example.com" });
    const change = (input: Parameters<typeof updateMember>[2]) => updateMember(program.ctx, memberId, input);
    await expect(change({ email: "ben@example.com" })).rejects.toMatchObject({ code: "member_exists" });
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`a${index}`, index]));
    await expect(change({ attributes: many })).rejects.toMatchObject({ code: "invalid" });
    await expect(change({ attributes: { "not a name": 1 } })).rejects.toMatchObject({
      fields: [{ pointer: expect.stringContaining("/attributes") }],
    });
    expect(await change({ status: "blocked" })).toMatchObject({ status: "blocked" });
    await db().member.updateMany({
      where: { programId: program.programId, memberId },
      data: { status: "closed" },
    });
    await expect(change({ name: "Back" })).rejects.toMatchObject({ code: "member_closed" });
  });
});
