import { randomBytes } from "node:crypto";
import type { Actor, Role } from "@/lib/auth/actor";
import { type Ctx, newRequestId } from "@/lib/auth/context";
import { openSession } from "@/lib/auth/member-session";
import { hashPassword } from "@/lib/auth/password";
import { sealPortalSession, sessionCookieName } from "@/lib/auth/session-token";
import { systemClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import type { ProgramDto } from "@/lib/programs";

export type TestUser = { userId: string; email: string; name: string; password: string };

const PASSWORD = "warm stone mosaic";
let passwordHash: Promise<string> | undefined;

/** A portal user with a password, in the team of the organisation when one is given. */
export async function makeUser(
  overrides: Partial<TestUser> & { organizationId?: string; role?: Role } = {},
): Promise<TestUser> {
  const { organizationId, role = "owner", ...own } = overrides;
  passwordHash ??= hashPassword(PASSWORD);
  const user = {
    userId: newId(),
    email: `user-${randomBytes(6).toString("hex")}@example.com`,
    name: "Sam Sample",
    ...own,
  };
  const { password = PASSWORD, ...row } = user;
  const hash = password === PASSWORD ? await passwordHash : await hashPassword(password);
  await db().user.create({ data: { ...row, passwordHash: hash } });
  if (organizationId) {
    await db().organizationUser.create({ data: { organizationId, userId: row.userId, role } });
  }
  return { ...row, password };
}

/** The context of a user who is in the team. */
export function userCtx(
  program: Pick<ProgramDto, "programId" | "organizationId">,
  user: Pick<TestUser, "userId" | "name">,
  role: Role,
): Ctx & { actor: Extract<Actor, { kind: "user" }> } {
  return {
    programId: program.programId,
    actor: {
      kind: "user",
      userId: user.userId,
      organizationId: program.organizationId,
      role,
      name: user.name,
    },
    clock: systemClock,
    requestId: newRequestId(),
  };
}

/** A `Cookie` header that is signed in to the portal since `now`. */
export async function portalCookie(userId: string, now = new Date()): Promise<string> {
  return `${sessionCookieName("portal")}=${await sealPortalSession({ userId }, now)}`;
}

/** A `Cookie` header that is signed in to a wallet since `now`. */
export async function memberCookie(programId: string, memberId: string, now = new Date()): Promise<string> {
  return `${sessionCookieName("member")}=${await openSession({ programId, memberId }, null, now)}`;
}
