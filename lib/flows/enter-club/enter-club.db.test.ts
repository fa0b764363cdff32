import { beforeEach, describe, expect, it } from "vitest";
import type { MemberCtx } from "@/lib/auth/context";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { CodeOver } from "@/lib/email-codes";
import { leaveWithCode, requestLeaveCode } from "@/lib/flows/leave-club";
import { readMember } from "@/lib/members";
import { readOwnReferrals, setReferralPolicy } from "@/lib/referrals";
import { NO_REFERRALS } from "@/lib/referrals/schema";
import { makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { confirmEmailChange, requestEmailChange } from "./change-email";
import { enterWithCode } from "./enter-with-code";
import { requestJoin, requestSignInCode, resendEntryCode } from "./request-entry";

const START = Date.parse("2026-11-22T09:00:00Z");
let now = START;
const clock = { now: () => new Date(now) };
let program: TestProgram;
let visitor = 0;
/** Another visitor for each test: the limits are per address. */
let asking = { address: "", locale: "en" };

beforeEach(async () => {
  now = START;
  program = await makeProgram({ name: "Bean & Crumb" }, clock);
  visitor += 1;
  asking = { address: `203.0.113.${visitor}`, locale: "en" };
});

const wish = (email: string, more: object = {}) => ({
  name: "Amira Haddad",
  email,
  agreed: [],
  referral: null,
  ...more,
});

/** What the latest mail to the address says: its kind, and the code in it. */
async function mailTo(email: string): Promise<{ kind: string; code: string | null; subject: string | null }> {
  const mail = await db().mail.findFirstOrThrow({
    where: { programId: program.programId, recipient: email },
    orderBy: { mailId: "desc" },
  });
  return { kind: mail.kind, subject: mail.subject, code: /^\d{6}$/m.exec(mail.text ?? "")?.[0] ?? null };
}

async function codeFor(email: string): Promise<string> {
  const { code } = await mailTo(email);
  if (code === null) throw new Error("the mail has no code");
  return code;
}

const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
const enter = (codeId: string, code: string) =>
  enterWithCode(program.ctx, { codeId, code, address: asking.address });
const membersWith = (email: string) => db().member.count({ where: { programId: program.programId, email } });
const memberCtx = (memberId: string): MemberCtx => ({ ...program.ctx, actor: { kind: "member", memberId } });

describe("joining", () => {
  it("lets somebody in who reads the mail, with what they agreed to", async () => {
    const { codeId } = await requestJoin(program.ctx, wish("amira@example.com", { agreed: ["offers"] }), {
      ...asking,
      locale: "de-DE",
    });
    expect(await membersWith("amira@example.com")).toBe(0);
    const { kind, subject } = await mailTo("amira@example.com");
    expect({ kind, subject }).toEqual({
      kind: "join_code",
      subject: expect.stringMatching(/^\d{6} ist dein Code für Bean & Crumb$/),
    });
    const { memberId, isNew } = await enter(codeId, await codeFor("amira@example.com"));
    expect(isNew).toBe(true);
    const member = await readMember(program.ctx, memberId);
    expect(member).toMatchObject({
      name: "Amira Haddad",
      email: "amira@example.com",
      hasPassword: false,
      locale: "de-DE",
      consents: { offers: { granted: true }, personalisation: { granted: false } },
    });
    const row = await db().member.findFirstOrThrow({ where: { memberId } });
    expect(row.emailVerifiedAt).toEqual(new Date(START));
  });

  it("ends alike for a known address, which gets its own card and nothing changed", async () => {
    const { memberId } = await makeMember(program.ctx, { name: "Amira", email: "amira@example.com" });
    const answers = [
      await requestJoin(program.ctx, wish("amira@example.com", { name: "Somebody Else" }), asking),
      await requestJoin(program.ctx, wish("new@example.com"), asking),
    ];
    expect(answers.map((answer) => Object.keys(answer))).toEqual([["codeId"], ["codeId"]]);
    expect((await mailTo("amira@example.com")).kind).toBe("sign_in_code");
    const entered = await enter(answers[0]?.codeId ?? "", await codeFor("amira@example.com"));
    expect(entered).toEqual({ memberId, isNew: false });
    expect(await readMember(program.ctx, memberId)).toMatchObject({ name: "Amira", consents: {} });
  });

  it("makes one member of several codes at the same time, and of one code typed many times", async () => {
    const first = await requestJoin(program.ctx, wish("twice@example.com"), asking);
    const code = await codeFor("twice@example.com");
    const second = await requestJoin(program.ctx, wish("twice@example.com"), asking);
    const codes = [
      [first.codeId, code],
      [first.codeId, code],
      [second.codeId, await codeFor("twice@example.com")],
    ] as const;
    const entered = await Promise.allSettled(codes.map(([codeId, typed]) => enter(codeId, typed)));
    const ins = entered.flatMap((result) => (result.status === "fulfilled" ? result.value : []));
    expect(ins).toHaveLength(2);
    expect(new Set(ins.map(({ memberId }) => memberId)).size).toBe(1);
    expect(ins.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await membersWith("twice@example.com")).toBe(1);
  });

  it("counts every try, also those at the same time", async () => {
    const { codeId } = await requestJoin(program.ctx, wish("guess@example.com"), asking);
    const code = await codeFor("guess@example.com");
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => enter(codeId, other(code))));
    const codes = tries.map((result) => (result.status === "rejected" ? result.reason.code : "in"));
    expect(codes.filter((kind) => kind === "code_wrong")).toHaveLength(4);
    expect(codes.filter((kind) => kind === "code_over")).toHaveLength(4);
    await expect(enter(codeId, code)).rejects.toMatchObject({ code: "code_over" });
  });

  it("takes no code that is too old, of another request, or of another program", async () => {
    const { codeId } = await requestJoin(program.ctx, wish("late@example.com"), asking);
    const code = await codeFor("late@example.com");
    const another = await requestJoin(program.ctx, wish("another@example.com"), asking);
    if ((await codeFor("another@example.com")) !== code) {
      await expect(enter(another.codeId, code)).rejects.toMatchObject({ code: "code_wrong" });
    }
    const elsewhere = (await makeProgram({}, clock)).ctx;
    const typed = { codeId, code, address: asking.address };
    await expect(enterWithCode(elsewhere, typed)).rejects.toMatchObject({ code: "code_over" });
    await expect(enter(newId(), code)).rejects.toMatchObject({ code: "code_over" });
    now += 10 * 60_000;
    await expect(enter(codeId, code)).rejects.toMatchObject({ code: "code_over" });
  });

  it("sends another code after a pause, in place of the one before, a few times", async () => {
    const { codeId } = await requestJoin(program.ctx, wish("again@example.com"), asking);
    const first = await codeFor("again@example.com");
    await expect(resendEntryCode(program.ctx, codeId, asking.address)).rejects.toMatchObject({
      code: "resend_too_soon",
      extensions: { waitSeconds: 30 },
    });
    for (let sent = 2; sent <= 4; sent += 1) {
      now += 30_000;
      await resendEntryCode(program.ctx, codeId, asking.address);
    }
    now += 30_000;
    await expect(resendEntryCode(program.ctx, codeId, asking.address)).rejects.toMatchObject({
      code: "code_over",
    });
    const last = await codeFor("again@example.com");
    if (last !== first) await expect(enter(codeId, first)).rejects.toMatchObject({ code: "code_wrong" });
    expect(await enter(codeId, last)).toMatchObject({ isNew: true });
  });

  it("lets in with another code after too many wrong ones", async () => {
    const { codeId } = await requestJoin(program.ctx, wish("clumsy@example.com"), asking);
    const first = await codeFor("clumsy@example.com");
    for (let wrong = 1; wrong <= 5; wrong += 1) await expect(enter(codeId, other(first))).rejects.toThrow();
    await expect(enter(codeId, first)).rejects.toMatchObject({ code: "code_over" });
    now += 30_000;
    await resendEntryCode(program.ctx, codeId, asking.address);
    expect(await enter(codeId, await codeFor("clumsy@example.com"))).toMatchObject({ isNew: true });
  });

  it("is limited for each address, known or not", async () => {
    await makeMember(program.ctx, { email: "known@example.com" });
    for (const email of ["known@example.com", "unknown@example.com"]) {
      for (let mail = 1; mail <= 6; mail += 1) await requestSignInCode(program.ctx, email, asking);
      await expect(requestSignInCode(program.ctx, email, asking)).rejects.toMatchObject({
        code: "too_many_requests",
      });
    }
  });

  it("brings along who came by a member's link, once", async () => {
    await setReferralPolicy(program.ctx, { ...NO_REFERRALS, enabled: true });
    const friend = await makeMember(program.ctx);
    const own = await readOwnReferrals(memberCtx(friend.memberId));
    const referral = own?.code.toLowerCase() ?? "";
    const { codeId } = await requestJoin(program.ctx, wish("invited@example.com", { referral }), asking);
    const { memberId } = await enter(codeId, await codeFor("invited@example.com"));
    const where = { programId: program.programId };
    expect(await db().referral.findMany({ where })).toMatchObject([
      { referrerId: friend.memberId, refereeId: memberId, state: "joined" },
    ]);
    // The same person again, by the link: they have a card, so nobody brings them along.
    const again = await requestJoin(program.ctx, wish("invited@example.com", { referral }), asking);
    await enter(again.codeId, await codeFor("invited@example.com"));
    expect(await db().referral.count({ where })).toBe(1);
  });
});

describe("signing in by code", () => {
  it("opens the card, and tells an address without one that there is none", async () => {
    const { memberId } = await makeMember(program.ctx, { email: "amira@example.com" });
    const { codeId } = await requestSignInCode(program.ctx, "amira@example.com", asking);
    expect(await enter(codeId, await codeFor("amira@example.com"))).toEqual({ memberId, isNew: false });

    const unknown = await requestSignInCode(program.ctx, "nobody@example.com", asking);
    expect(await mailTo("nobody@example.com")).toMatchObject({ kind: "sign_in_unknown", code: null });
    await expect(enter(unknown.codeId, "000000")).rejects.toMatchObject({ code: "code_wrong" });
    expect(await membersWith("nobody@example.com")).toBe(0);
  });

  it("keeps blocked members out", async () => {
    const { memberId } = await makeMember(program.ctx, { email: "blocked@example.com" });
    const before = await requestSignInCode(program.ctx, "blocked@example.com", asking);
    const code = await codeFor("blocked@example.com");
    await db().member.updateMany({ where: { memberId }, data: { status: "blocked" } });
    await expect(enter(before.codeId, code)).rejects.toMatchObject({ code: "code_over" });
    await requestSignInCode(program.ctx, "blocked@example.com", asking);
    expect(await mailTo("blocked@example.com")).toMatchObject({ kind: "sign_in_blocked", code: null });
  });
});

describe("another address", () => {
  it("is taken once its code is typed, and the one before is told", async () => {
    const { memberId } = await makeMember(program.ctx, { email: "old@example.com" });
    const ctx = memberCtx(memberId);
    const { codeId } = await requestEmailChange(ctx, "new@example.com", asking);
    const code = await codeFor("new@example.com");
    const confirm = (as: MemberCtx, typed: string) =>
      confirmEmailChange(as, { codeId, code: typed, address: asking.address });
    await expect(enter(codeId, code)).rejects.toMatchObject({ code: "code_over" });
    const stranger = memberCtx((await makeMember(program.ctx)).memberId);
    await expect(confirm(stranger, code)).rejects.toMatchObject({ code: "code_over" });
    expect(await confirm(ctx, code)).toEqual({ email: "new@example.com" });
    expect(await readMember(program.ctx, memberId)).toMatchObject({ email: "new@example.com" });
    expect((await mailTo("old@example.com")).kind).toBe("email_changed");
    const words = await db().memberSearch.findMany({ where: { memberId }, select: { word: true } });
    expect(words.map(({ word }) => word)).toContain("new@example.com");
  });

  it("is not told to be somebody else's, but by the mail", async () => {
    await makeMember(program.ctx, { email: "taken@example.com" });
    const { memberId } = await makeMember(program.ctx, { email: "mine@example.com" });
    const ctx = memberCtx(memberId);
    const { codeId } = await requestEmailChange(ctx, "taken@example.com", asking);
    expect(await mailTo("taken@example.com")).toMatchObject({ kind: "change_email_taken", code: null });
    const typed = { codeId, code: "000000", address: asking.address };
    await expect(confirmEmailChange(ctx, typed)).rejects.toMatchObject({ code: "code_wrong" });
  });

  it("that somebody else sets is not verified", async () => {
    const { codeId } = await requestJoin(program.ctx, wish("first@example.com"), asking);
    const { memberId } = await enter(codeId, await codeFor("first@example.com"));
    await db().member.updateMany({ where: { memberId }, data: { email: "second@example.com" } });
    const row = await db().member.findFirstOrThrow({ where: { memberId } });
    expect(row.emailVerifiedAt).toBeNull();
  });
});

describe("leaving without a password", () => {
  it("takes a code whose mail says what it is for, and nobody else's", async () => {
    const { memberId } = await makeMember(program.ctx, { name: "Amira", email: "leaving@example.com" });
    const { codeId, email } = await requestLeaveCode(memberCtx(memberId), asking);
    expect(email).toBe("leaving@example.com");
    const { text } = await db().mail.findFirstOrThrow({
      where: { programId: program.programId, recipient: email },
    });
    expect(text).toContain("delete your membership of Bean & Crumb");
    const code = await codeFor(email);
    const stranger = await makeMember(program.ctx, { name: "Ben", email: "ben@example.com" });
    await expect(leaveWithCode(memberCtx(stranger.memberId), { codeId, code })).rejects.toThrow(CodeOver);
    const { requestedAt } = await leaveWithCode(memberCtx(memberId), { codeId, code });
    expect(requestedAt).toBe(new Date(START).toISOString());
  });
});
