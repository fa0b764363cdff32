import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/auth/actor";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { ctxFor, makeProgram } from "@/lib/testing/fixtures";
import { makeUser, userCtx } from "@/lib/testing/people";
import { createApiKey } from "./create-api-key";
import { listApiKeys } from "./queries";
import { revokeApiKey } from "./revoke-api-key";

async function makeManager(role: Role = "admin") {
  const program = await makeProgram();
  const user = await makeUser({ organizationId: program.organizationId, role });
  return { program, user, ctx: userCtx(program, user, role) };
}

const active = { state: "active", limit: 10 } as const;

describe("API keys", () => {
  it("are shown once: what is kept cannot be turned back into the key", async () => {
    const { ctx, user } = await makeManager();
    const { text, apiKeyId } = await createApiKey(ctx, {
      name: " Till 4 ",
      scopes: ["members:read", "members:read"],
    });
    const secret = text.slice(-64);
    const stored = await db().apiKey.findFirstOrThrow({ where: { programId: ctx.programId } });
    const everything = JSON.stringify([
      stored,
      await db().audit.findMany(),
      await db().idempotency.findMany(),
    ]);
    expect(everything).not.toContain(secret);
    const { items } = await listApiKeys(ctx, active);
    expect(items).toMatchObject([
      { apiKeyId, name: "Till 4", scopes: ["members:read"], createdBy: user.name, hint: text.slice(-4) },
    ]);
    expect(JSON.stringify(items)).not.toContain(secret);
  });

  it("move from the active list to the revoked one, once", async () => {
    const { ctx } = await makeManager();
    const { apiKeyId } = await createApiKey(ctx, { name: "Till", scopes: ["events:write"] });
    const ref = { apiKeyId: fromTypeId("key", apiKeyId) ?? "" };
    await revokeApiKey(ctx, ref);
    expect((await listApiKeys(ctx, active)).items).toEqual([]);
    expect((await listApiKeys(ctx, { ...active, state: "revoked" })).items).toMatchObject([{ apiKeyId }]);
    await expect(revokeApiKey(ctx, ref)).rejects.toThrow(NotFound);
    const audits = await db().audit.findMany({
      where: { programId: ctx.programId, target: apiKeyId },
      orderBy: { auditId: "asc" },
    });
    expect(audits.map(({ action, target }) => ({ action, target }))).toEqual([
      { action: "api_key.created", target: apiKeyId },
      { action: "api_key.revoked", target: apiKeyId },
    ]);
  });

  it("are listed page by page, the newest first", async () => {
    const { ctx } = await makeManager();
    for (const name of ["one", "two", "three"]) await createApiKey(ctx, { name, scopes: ["events:write"] });
    const first = await listApiKeys(ctx, { state: "active", limit: 2 });
    const second = await listApiKeys(ctx, { state: "active", limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(["three", "two", "one"]);
    expect(second.nextCursor).toBeNull();
  });

  it.each(["marketer", "analyst", "support", "cashier"] as const)(
    "are not for a %s to manage",
    async (role) => {
      const { ctx } = await makeManager(role);
      await expect(createApiKey(ctx, { name: "Mine", scopes: ["events:write"] })).rejects.toThrow(Forbidden);
      await expect(listApiKeys(ctx, active)).rejects.toThrow(Forbidden);
    },
  );

  it("are made by people, with scopes of the list only", async () => {
    const { program, ctx } = await makeManager();
    const key = ctxFor(program, { scopes: ["keys:manage", "events:write"] });
    await expect(createApiKey(key, { name: "Child", scopes: ["events:write"] })).rejects.toThrow(Forbidden);
    const beyond = ["team:manage"] as unknown as ["events:write"];
    await expect(createApiKey(ctx, { name: "Sly", scopes: beyond })).rejects.toThrow();
    await expect(createApiKey(ctx, { name: "Idle", scopes: [] })).rejects.toThrow();
  });

  it("of another program look as if they did not exist", async () => {
    const [mine, theirs] = [await makeManager(), await makeManager()];
    const { apiKeyId } = await createApiKey(theirs.ctx, { name: "Theirs", scopes: ["events:write"] });
    await expect(revokeApiKey(mine.ctx, { apiKeyId: fromTypeId("key", apiKeyId) ?? "" })).rejects.toThrow(
      NotFound,
    );
    expect((await listApiKeys(mine.ctx, active)).items).toEqual([]);
  });
});
