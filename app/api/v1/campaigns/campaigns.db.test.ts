import { beforeAll, describe, expect, it } from "vitest";
import { createApiKey } from "@/lib/api-keys";
import { createCampaign, launchCampaign } from "@/lib/campaigns";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { toTypeId } from "@/lib/core/ids";
import { ctxFor, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { GET as getCampaign } from "./[id]/route";
import { GET } from "./route";

const definition: CampaignDefinitionInput = {
  name: "Base rate",
  trigger: { event: "purchase" },
  effects: [{ kind: "per_amount", points: 1, perMinor: 100 }],
};

let program: TestProgram;
let headers: Record<string, string>;
let liveId: string;
let draftId: string;

async function keyFor(scopes: Parameters<typeof createApiKey>[1]["scopes"]) {
  const { text } = await createApiKey(ctxFor(program, { role: "owner" }), { name: "Test", scopes });
  return { authorization: `Bearer ${text}` };
}

const request = (path = "", own = headers) =>
  new Request(`http://localhost:3000/api/v1/campaigns${path}`, { headers: own });
const none = { params: Promise.resolve({}) };
const read = (id: string) => getCampaign(request(`/${id}`), { params: Promise.resolve({ id }) });

beforeAll(async () => {
  program = await makeProgram();
  headers = await keyFor(["campaigns:read"]);
  const launched = await createCampaign(program.ctx, { definition });
  await launchCampaign(program.ctx, launched.campaignId);
  liveId = toTypeId("camp", launched.campaignId);
  const unfinished = await createCampaign(program.ctx, {
    definition: { ...definition, name: "Idea", effects: [] },
  });
  draftId = toTypeId("camp", unfinished.campaignId);
});

describe("GET /api/v1/campaigns", () => {
  it("lists campaigns with their sentence, a page at a time", async () => {
    const first = await (await GET(request("?limit=1"), none)).json();
    expect(first.items).toMatchObject([{ id: draftId, name: "Idea", state: "draft", liveVersion: null }]);
    const second = await (await GET(request(`?limit=1&cursor=${first.nextCursor}`), none)).json();
    expect(second).toMatchObject({
      items: [{ id: liveId, state: "active", sentence: "Everyone gets 1 point per €1.00.", points: 0 }],
      nextCursor: null,
    });
  });

  it("narrows to a state and refuses one that there is not", async () => {
    const { items } = await (await GET(request("?state=active"), none)).json();
    expect(items.map(({ id }: { id: string }) => id)).toEqual([liveId]);
    expect((await GET(request("?state=running"), none)).status).toBe(422);
  });

  it("is for keys with the scope", async () => {
    expect((await GET(request("", await keyFor(["events:write"])), none)).status).toBe(403);
    expect((await GET(request("", {}), none)).status).toBe(401);
  });
});

describe("GET /api/v1/campaigns/{id}", () => {
  it("shows the live rules, and none for a draft", async () => {
    expect(await (await read(liveId)).json()).toMatchObject({
      definition: { effects: [{ kind: "per_amount", points: 1, perMinor: 100 }] },
    });
    expect(await (await read(draftId)).json()).toMatchObject({ name: "Idea", definition: null });
  });

  it("does not know another program's campaign", async () => {
    const other = await makeProgram();
    const { campaignId } = await createCampaign(other.ctx, { definition });
    expect((await read(toTypeId("camp", campaignId))).status).toBe(404);
    expect((await read("camp_nonsense")).status).toBe(422);
  });
});
