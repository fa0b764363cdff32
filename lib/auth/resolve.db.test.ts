import { describe, expect, it } from "vitest";
import { createApiKey, type NewApiKey, revokeApiKey } from "@/lib/api-keys";
import { fixedClock } from "@/lib/core/clock";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { makeMember, makeProgram } from "@/lib/testing/fixtures";
import { makeUser, memberCookie, portalCookie, userCtx } from "@/lib/testing/people";
import { resolveActor } from "./resolve";
import { CrossOrigin } from "./same-origin";

const HOUR = 3_600_000;

function request(headers: Record<string, string>, method = "GET"): Request {
  return new Request("http://localhost:3000/api/v1/members", { method, headers });
}

async function makeKey(scopes: NewApiKey["scopes"] = ["events:write"]) {
  const program = await makeProgram();
  const owner = await makeUser({ organizationId: program.organizationId });
  const ctx = userCtx(program, owner, "owner");
  const issued = await createApiKey(ctx, { name: "Till", scopes });
  const apiKeyId = fromTypeId("key", issued.apiKeyId) ?? "";
  return { program, ctx, apiKeyId, authorization: `Bearer ${issued.text}` };
}

describe("an API key", () => {
  it("acts in its program with its scopes", async () => {
    const { program, apiKeyId, authorization } = await makeKey(["events:write", "members:read"]);
    expect(await resolveActor(request({ authorization }))).toEqual({
      programId: program.programId,
      actor: { kind: "apiKey", apiKeyId, scopes: ["events:write", "members:read"], name: "Till" },
    });
  });

  it("is refused from the request after its revocation on", async () => {
    const { ctx, apiKeyId, authorization } = await makeKey();
    await resolveActor(request({ authorization }));
    await revokeApiKey(ctx, { apiKeyId });
    await expect(resolveActor(request({ authorization }))).rejects.toThrow(Unauthenticated);
  });

  it("is refused with another secret, another scheme or cut short, and never falls back to a session", async () => {
    const { program, authorization } = await makeKey();
    const owner = await makeUser({ organizationId: program.organizationId });
    const session = { cookie: await portalCookie(owner.userId), "tessera-program": program.slug };
    const last = authorization.endsWith("a") ? "b" : "a";
    const wrong = [
      authorization.slice(0, -1) + last,
      authorization.slice(0, -1),
      authorization.replace("Bearer", "Basic"),
      "Bearer",
      "",
    ];
    for (const attempt of wrong) {
      await expect(resolveActor(request({ ...session, authorization: attempt }))).rejects.toThrow(
        Unauthenticated,
      );
    }
  });

  it("notes its last use once a minute", async () => {
    const { program, apiKeyId, authorization } = await makeKey();
    const { programId } = program;
    const lastUsed = async () => {
      const where = { programId_apiKeyId: { programId, apiKeyId } };
      return (await db().apiKey.findUniqueOrThrow({ where })).lastUsedAt;
    };
    const first = new Date("2026-05-01T10:00:00Z");
    const at = (seconds: number) => fixedClock(new Date(first.getTime() + seconds * 1000));
    await resolveActor(request({ authorization }), at(0));
    await resolveActor(request({ authorization }), at(59));
    expect(await lastUsed()).toEqual(first);
    await resolveActor(request({ authorization }), at(61));
    expect(await lastUsed()).toEqual(new Date("2026-05-01T10:01:01Z"));
  });

  it("loses a scope that the product no longer knows", async () => {
    const { program, apiKeyId, authorization } = await makeKey();
    await db().apiKey.update({
      where: { programId_apiKeyId: { programId: program.programId, apiKeyId } },
      data: { scopes: ["events:write", "team:manage", "gone:scope"] },
    });
    const { actor } = await resolveActor(request({ authorization }));
    expect(actor).toMatchObject({ scopes: ["events:write"] });
  });
});

describe("a portal session", () => {
  it("acts in the program that the page names, with the role of now", async () => {
    const program = await makeProgram();
    const { organizationId } = program;
    const user = await makeUser({ organizationId, role: "marketer" });
    const headers = { cookie: await portalCookie(user.userId), "tessera-program": program.slug };
    const { actor, programId } = await resolveActor(request(headers));
    expect(programId).toBe(program.programId);
    expect(actor).toMatchObject({ kind: "user", userId: user.userId, organizationId, role: "marketer" });

    await db().organizationUser.updateMany({ where: { userId: user.userId }, data: { role: "analyst" } });
    expect((await resolveActor(request(headers))).actor).toMatchObject({ role: "analyst" });
  });

  it("does not find another company's program, nor one that does not exist: both look the same", async () => {
    const [mine, foreign] = [await makeProgram(), await makeProgram()];
    const user = await makeUser({ organizationId: mine.organizationId });
    const cookie = await portalCookie(user.userId);
    for (const slug of [foreign.slug, "no-such-club"]) {
      await expect(resolveActor(request({ cookie, "tessera-program": slug }))).rejects.toThrow(NotFound);
    }
  });

  it("ends after its time, and at once for a disabled user or one taken out of the team", async () => {
    const program = await makeProgram();
    const user = await makeUser({ organizationId: program.organizationId });
    const old = await portalCookie(user.userId, new Date(Date.now() - 13 * HOUR));
    const slug = { "tessera-program": program.slug };
    await expect(resolveActor(request({ cookie: old, ...slug }))).rejects.toThrow(Unauthenticated);

    const cookie = await portalCookie(user.userId);
    await db().organizationUser.deleteMany({ where: { userId: user.userId } });
    await expect(resolveActor(request({ cookie, ...slug }))).rejects.toThrow(NotFound);
    await db().user.update({ where: { userId: user.userId }, data: { disabledAt: new Date() } });
    await expect(resolveActor(request({ cookie, ...slug }))).rejects.toThrow(Unauthenticated);
  });

  it("writes only from our own pages", async () => {
    const program = await makeProgram();
    const user = await makeUser({ organizationId: program.organizationId });
    const headers = { cookie: await portalCookie(user.userId), "tessera-program": program.slug };
    const from = (origin: string) => request({ ...headers, host: "localhost:3000", origin }, "POST");
    await expect(resolveActor(from("http://evil.example"))).rejects.toThrow(CrossOrigin);
    await expect(resolveActor(from("http://localhost:3000"))).resolves.toBeDefined();
  });
});

describe("a member's session", () => {
  it("acts as the member in their program, until they are blocked", async () => {
    const program = await makeProgram();
    const { programId } = program;
    const { memberId } = await makeMember(program.ctx);
    const headers = { cookie: await memberCookie(programId, memberId) };
    const { sessionId } = await db().memberSession.findFirstOrThrow({ where: { programId, memberId } });
    expect(await resolveActor(request(headers))).toEqual({
      programId,
      actor: { kind: "member", memberId, sessionId },
    });

    await db().member.updateMany({ where: { programId, memberId }, data: { status: "blocked" } });
    await expect(resolveActor(request(headers))).rejects.toThrow(Unauthenticated);
  });

  it("lives beside a portal session: the page's header says which of the two asks", async () => {
    const program = await makeProgram();
    const { memberId } = await makeMember(program.ctx);
    const user = await makeUser({ organizationId: program.organizationId });
    const cookie = `${await portalCookie(user.userId)}; ${await memberCookie(program.programId, memberId)}`;
    expect((await resolveActor(request({ cookie }))).actor.kind).toBe("member");
    expect((await resolveActor(request({ cookie, "tessera-program": program.slug }))).actor.kind).toBe(
      "user",
    );
  });
});

it("refuses a request without any credential", async () => {
  await expect(resolveActor(request({}))).rejects.toThrow(Unauthenticated);
});
