import { describe, expect, it, vi } from "vitest";
import { newId } from "@/lib/core/ids";
import {
  openMemberSession,
  openPortalSession,
  sealMemberSession,
  sealPortalSession,
  sessionCookieName,
} from "./session-token";

const HOUR = 3_600_000;

// The settings are read as a whole; no database is touched here.
vi.stubEnv("DATABASE_URL", "postgresql://localhost/none");

describe("sessions", () => {
  it("open to whom they were sealed for", async () => {
    const now = new Date();
    const userId = newId();
    expect(await openPortalSession(await sealPortalSession({ userId }, now), now)).toEqual({ userId });
    const member = { programId: newId(), memberId: newId(), sessionId: newId() };
    expect(await openMemberSession(await sealMemberSession(member, now), now)).toEqual(member);
  });

  it("of one kind do not pass for the other, and live in cookies of different names", async () => {
    const now = new Date();
    const portal = await sealPortalSession({ userId: newId() }, now);
    const member = await sealMemberSession(
      { programId: newId(), memberId: newId(), sessionId: newId() },
      now,
    );
    expect(await openMemberSession(portal, now)).toBeNull();
    expect(await openPortalSession(member, now)).toBeNull();
    expect(sessionCookieName("portal")).not.toBe(sessionCookieName("member"));
  });

  it("of the portal last a working day from the sign-in, renewed or not", async () => {
    const now = new Date();
    const value = await sealPortalSession({ userId: newId() }, now);
    expect(await openPortalSession(value, new Date(now.getTime() + 11 * HOUR))).not.toBeNull();
    expect(await openPortalSession(value, new Date(now.getTime() + 13 * HOUR))).toBeNull();
    const old = await sealPortalSession({ userId: newId() }, new Date(now.getTime() - 13 * HOUR));
    expect(await openPortalSession(old, now)).toBeNull();
  });

  it.each([undefined, "", "nonsense", "a.b.c.d.e"])("do not open from %j", async (value) => {
    expect(await openPortalSession(value, new Date())).toBeNull();
  });

  it("do not open when a character was changed", async () => {
    const value = await sealPortalSession({ userId: newId() }, new Date());
    const middle = value.length - 40;
    const changed = value.slice(0, middle) + (value[middle] === "A" ? "B" : "A") + value.slice(middle + 1);
    expect(await openPortalSession(changed, new Date())).toBeNull();
  });
});
