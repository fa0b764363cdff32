import { describe, expect, it } from "vitest";
import { GET as getMember } from "@/app/api/v1/members/[id]/route";
import { GET as listMembers } from "@/app/api/v1/members/route";
import { createApiKey, type NewApiKey, revokeApiKey } from "@/lib/api-keys";
import { fromTypeId, toTypeId } from "@/lib/core/ids";
import { makeMember, makeProgram } from "@/lib/testing/fixtures";
import { makeUser, portalCookie, userCtx } from "@/lib/testing/people";

const HOUR = 3_600_000;

async function makeCompany(scopes: NewApiKey["scopes"] = ["members:read"]) {
  const program = await makeProgram();
  const owner = await makeUser({ organizationId: program.organizationId });
  const ctx = userCtx(program, owner, "owner");
  const key = await createApiKey(ctx, { name: "Till", scopes });
  return { program, owner, ctx, key, bearer: { authorization: `Bearer ${key.text}` } };
}

async function list(headers: Record<string, string>): Promise<{ status: number; body: unknown }> {
  const request = new Request("http://localhost:3000/api/v1/members", { headers });
  const response = await listMembers(request, { params: Promise.resolve({}) });
  return { status: response.status, body: await response.json() };
}

async function read(id: string, headers: Record<string, string>): Promise<{ status: number; body: unknown }> {
  const request = new Request(`http://localhost:3000/api/v1/members/${id}`, { headers });
  const response = await getMember(request, { params: Promise.resolve({ id }) });
  return { status: response.status, body: await response.json() };
}

describe("the API's door", () => {
  it("opens to a key with the scope", async () => {
    const { bearer } = await makeCompany();
    expect(await list(bearer)).toMatchObject({ status: 200, body: { items: [] } });
  });

  it("names the scope that a key is missing", async () => {
    const { bearer } = await makeCompany(["events:write"]);
    const { status, body } = await list(bearer);
    expect(status).toBe(403);
    expect(body).toMatchObject({ code: "forbidden", title: expect.stringContaining("members:read") });
  });

  it("is shut to a revoked key, and to nobody in particular", async () => {
    const { ctx, key, bearer } = await makeCompany();
    await revokeApiKey(ctx, { apiKeyId: fromTypeId("key", key.apiKeyId) ?? "" });
    expect(await list(bearer)).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
    expect(await list({})).toMatchObject({ status: 401 });
  });

  it("says that a session has ended", async () => {
    const { program, owner } = await makeCompany();
    const cookie = await portalCookie(owner.userId, new Date(Date.now() - 13 * HOUR));
    const { status, body } = await list({ cookie, "tessera-program": program.slug });
    expect(status).toBe(401);
    expect(body).toMatchObject({ title: "Your session has ended. Sign in again." });
  });

  it("shows nothing of another company: not its program, not its members", async () => {
    const [mine, theirs] = [await makeCompany(), await makeCompany()];
    const cookie = await portalCookie(mine.owner.userId);
    expect(await list({ cookie, "tessera-program": theirs.program.slug })).toMatchObject({ status: 404 });

    const { memberId } = await makeMember(theirs.program.ctx, { name: "Secret Person" });
    const foreign = await read(toTypeId("mem", memberId), mine.bearer);
    const nobody = await read("mem_01h455vb4pex5vsknk084sn02q", mine.bearer);
    expect(foreign.status).toBe(404);
    expect(JSON.stringify(foreign.body)).not.toContain("Secret");
    const { title } = foreign.body as { title: string };
    expect(nobody).toMatchObject({ status: 404, body: { title } });
  });
});
