import { expect, it } from "vitest";
import { endSession } from "@/lib/auth/end-session";
import { hashPassword } from "@/lib/auth/password";
import { resolveActor } from "@/lib/auth/resolve";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { changeMemberPassword } from "@/lib/members";
import { ctxFor, makeMember, makeProgram } from "@/lib/testing/fixtures";
import { memberCookie } from "@/lib/testing/people";
import { listDevices } from "./queries";
import { signOutDevice } from "./sign-out-device";
import { signOutOthers } from "./sign-out-others";

const ORIGIN = "http://localhost:3000";

async function makeSignedIn(devices: number) {
  const program = await makeProgram();
  const passwordHash = await hashPassword("warm stone mosaic");
  const { memberId } = await makeMember(program.ctx, { passwordHash });
  const cookies: string[] = [];
  for (let device = 0; device < devices; device += 1) {
    cookies.push(await memberCookie(program.programId, memberId));
  }
  const asks = (cookie = "") =>
    resolveActor(new Request(`${ORIGIN}/api/v1/wallet`, { headers: { cookie, origin: ORIGIN } }));
  /** The member as they act on the device of a cookie. */
  const on = async (cookie: string | undefined) => {
    const { actor } = await asks(cookie);
    if (actor.kind !== "member") throw new Error("a member's cookie is a member's");
    return { ...ctxFor(program, { memberId }), actor };
  };
  return { program, memberId, cookies, asks, on };
}

it("lists where a member is signed in, with the device that asks first", async () => {
  const { memberId, cookies, on } = await makeSignedIn(3);
  const devices = await listDevices(await on(cookies[1]), memberId);
  expect(devices.map(({ isThis }) => isThis)).toEqual([true, false, false]);
});

it("signs out one device, or all others, with the next request", async () => {
  const { memberId, cookies, asks, on } = await makeSignedIn(4);
  const ctx = await on(cookies[0]);
  const other = (await listDevices(ctx, memberId)).at(-1);
  await signOutDevice(ctx, memberId, { deviceId: other?.deviceId ?? "" });
  const outcomes = await Promise.allSettled(cookies.map((cookie) => asks(cookie)));
  expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(1);
  await expect(signOutDevice(ctx, memberId, { deviceId: other?.deviceId ?? "" })).rejects.toThrow(NotFound);
  expect(await signOutOthers(ctx, memberId)).toEqual({ signedOut: 2 });
  await expect(asks(cookies[0])).resolves.toMatchObject({ actor: { memberId } });
  await expect(asks(cookies[1])).rejects.toThrow(Unauthenticated);
});

it("is nobody else's affair", async () => {
  const { program, memberId, cookies, on } = await makeSignedIn(1);
  const [device] = await listDevices(await on(cookies[0]), memberId);
  const stranger = ctxFor(program, { memberId: (await makeMember(program.ctx)).memberId });
  await expect(listDevices(stranger, memberId)).rejects.toThrow(NotFound);
  await expect(signOutDevice(stranger, memberId, { deviceId: device?.deviceId ?? "" })).rejects.toThrow(
    NotFound,
  );
  await expect(signOutOthers(ctxFor(program, { role: "analyst" }), memberId)).rejects.toThrow(
    "members:write",
  );
});

it("ends with another password everywhere but where it was set", async () => {
  const { cookies, asks, on } = await makeSignedIn(2);
  await changeMemberPassword(await on(cookies[0]), {
    currentPassword: "warm stone mosaic",
    newPassword: "cold stone mosaic",
  });
  await expect(asks(cookies[0])).resolves.toBeDefined();
  await expect(asks(cookies[1])).rejects.toThrow(Unauthenticated);
});

it("ends with signing out, also for a cookie that was copied before", async () => {
  const { memberId, cookies, asks } = await makeSignedIn(1);
  const [cookie = ""] = cookies;
  const request = new Request(`${ORIGIN}/api/auth/member/sign-out`, {
    method: "POST",
    headers: { cookie, origin: ORIGIN },
  });
  expect((await endSession(request, "member", "/")).status).toBe(303);
  await expect(asks(cookie)).rejects.toThrow(Unauthenticated);
  expect(await db().memberSession.count({ where: { memberId } })).toBe(0);
});

it("remembers when it was seen, not more often than it has to", async () => {
  const { memberId, cookies, asks } = await makeSignedIn(1);
  const seen = async () => (await db().memberSession.findFirstOrThrow({ where: { memberId } })).seenAt;
  const before = await seen();
  await asks(cookies[0]);
  expect(await seen()).toEqual(before);
  const anHourAgo = new Date(Date.now() - 3_600_000);
  await db().memberSession.updateMany({
    where: { memberId },
    data: { startedAt: anHourAgo, seenAt: anHourAgo },
  });
  await asks(cookies[0]);
  expect((await seen()).getTime()).toBeGreaterThan(anHourAgo.getTime());
});
