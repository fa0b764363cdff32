import { describe, expect, it } from "vitest";
import { hashPassword } from "@/lib/auth/password";
import { SIGN_IN_ATTEMPTS, sweepSignInLimits } from "@/lib/auth/sign-in-limits";
import { TooManyRequests } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { makeMember, makeProgram } from "@/lib/testing/fixtures";
import { makeUser } from "@/lib/testing/people";
import { SignInRefused } from "./errors";
import { signInMember } from "./sign-in-member";
import { signInWithPassword } from "./sign-in-with-password";

const now = new Date("2026-05-01T10:00:00Z");

/** An attempt from an address that no other test uses. */
function attempt() {
  return { address: newId(), now };
}

async function outcome(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => "signed in",
    (error: unknown) => error,
  );
}

describe("signing in with a password", () => {
  it("lets the right password in and notes when", async () => {
    const { userId, email, password } = await makeUser();
    expect(await signInWithPassword({ email, password }, attempt())).toEqual({ userId });
    expect((await db().user.findUniqueOrThrow({ where: { userId } })).lastSignInAt).toEqual(now);
  });

  it("answers an unknown e-mail, a wrong password, a disabled and a password-less account alike", async () => {
    const known = await makeUser();
    const disabled = await makeUser();
    await db().user.update({ where: { userId: disabled.userId }, data: { disabledAt: now } });
    const federated = await makeUser();
    await db().user.update({ where: { userId: federated.userId }, data: { passwordHash: null } });
    const answers = await Promise.all([
      outcome(signInWithPassword({ email: "nobody@example.com", password: known.password }, attempt())),
      outcome(signInWithPassword({ email: known.email, password: "not the password" }, attempt())),
      outcome(signInWithPassword({ email: disabled.email, password: disabled.password }, attempt())),
      outcome(signInWithPassword({ email: federated.email, password: federated.password }, attempt())),
    ]);
    for (const answer of answers) {
      expect(answer).toBeInstanceOf(SignInRefused);
      expect(answer).toMatchObject({ status: 401, publicMessage: "E-mail or password is wrong." });
    }
  });

  it("stops guessing at an account from any number of addresses, known or not, right password or not", async () => {
    const { email, password } = await makeUser();
    for (const account of [email, "ghost@example.com"]) {
      // All at once: attempts that overlap count like attempts in turn.
      const guesses = Array.from({ length: SIGN_IN_ATTEMPTS.account }, () =>
        outcome(signInWithPassword({ email: account, password: "a guess" }, attempt())),
      );
      for (const answer of await Promise.all(guesses)) expect(answer).toBeInstanceOf(SignInRefused);
      const refusal = await outcome(signInWithPassword({ email: account, password }, attempt()));
      expect(refusal).toBeInstanceOf(TooManyRequests);
      const { retryAfterSeconds } = refusal as TooManyRequests;
      expect(retryAfterSeconds).toBeGreaterThan(800);
      expect(retryAfterSeconds).toBeLessThanOrEqual(900);
    }
  });

  it("forgets an account's failures once its owner signs in", async () => {
    const { email, password } = await makeUser();
    for (let round = 0; round < 2; round += 1) {
      for (let guess = 0; guess < SIGN_IN_ATTEMPTS.account - 1; guess += 1) {
        await outcome(signInWithPassword({ email, password: "a guess" }, attempt()));
      }
      expect(await outcome(signInWithPassword({ email, password }, attempt()))).toBe("signed in");
    }
  });

  it("stops one address that tries many accounts", async () => {
    const from = attempt();
    const guesses = Array.from({ length: SIGN_IN_ATTEMPTS.address }, (_, index) =>
      outcome(signInWithPassword({ email: `guess-${index}@example.com`, password: "a guess" }, from)),
    );
    for (const answer of await Promise.all(guesses)) expect(answer).toBeInstanceOf(SignInRefused);
    const { email, password } = await makeUser();
    expect(await outcome(signInWithPassword({ email, password }, from))).toBeInstanceOf(TooManyRequests);
    expect(await outcome(signInWithPassword({ email, password }, attempt()))).toBe("signed in");
  });

  it("keeps no e-mail and no address in the counters, and sweeps those that are over", async () => {
    const from = { address: "203.0.113.77", now };
    await outcome(signInWithPassword({ email: "private@example.com", password: "a guess" }, from));
    const rows = await db().rateLimiterFlexible.findMany();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/private|203\.0\.113/);
    expect(await sweepSignInLimits(new Date(Date.now() - 1000))).toBe(0);
    expect(await sweepSignInLimits(new Date(Date.now() + 3_600_000))).toBe(rows.length);
  });
});

describe("signing a member in", () => {
  const password = "three green tiles";

  async function makeMemberWithPassword() {
    const program = await makeProgram();
    const email = `${newId()}@example.com`;
    const member = await makeMember(program.ctx, { email, passwordHash: await hashPassword(password) });
    return { program, email, memberId: member.memberId };
  }

  it("works in their own program only", async () => {
    const { program, email, memberId } = await makeMemberWithPassword();
    expect(await signInMember(program.programId, { email, password }, attempt())).toEqual({ memberId });
    const other = await makeProgram();
    expect(await outcome(signInMember(other.programId, { email, password }, attempt()))).toBeInstanceOf(
      SignInRefused,
    );
  });

  it("refuses blocked members and members without a password like unknown ones", async () => {
    const { program, email, memberId } = await makeMemberWithPassword();
    const { programId } = program;
    await db().member.updateMany({ where: { programId, memberId }, data: { status: "blocked" } });
    const bare = await makeMember(program.ctx, { email: `${newId()}@example.com` });
    for (const who of [email, bare.email ?? "", "nobody@example.com"]) {
      expect(await outcome(signInMember(programId, { email: who, password }, attempt()))).toBeInstanceOf(
        SignInRefused,
      );
    }
  });

  it("counts attempts apart from those of a portal user with the same e-mail", async () => {
    const { program, email } = await makeMemberWithPassword();
    const user = await makeUser({ email });
    for (let guess = 0; guess <= SIGN_IN_ATTEMPTS.account; guess += 1) {
      await outcome(signInMember(program.programId, { email, password: "a guess" }, attempt()));
    }
    expect(await outcome(signInMember(program.programId, { email, password }, attempt()))).toBeInstanceOf(
      TooManyRequests,
    );
    expect(await outcome(signInWithPassword({ email, password: user.password }, attempt()))).toBe(
      "signed in",
    );
  });
});
