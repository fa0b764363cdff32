import { beforeAll, expect, it } from "vitest";
import { createApiKey } from "@/lib/api-keys";
import { toTypeId } from "@/lib/core/ids";
import { acceptEvents } from "@/lib/events";
import { postSlice } from "@/lib/flows/post-events/post-slice";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { GET as getActivity } from "../activity/route";
import { GET as getWallet } from "../wallet/route";
import { GET as getOffers } from "./route";

let program: TestProgram;
let id: string;
let key: string;

beforeAll(async () => {
  program = await makeProgram({ locale: "fr" });
  await putInForce(program.programId, [
    { name: "Base", trigger: { event: "purchase" }, effects: [{ kind: "fixed", points: 5 }] },
  ]);
  const { memberId } = await makeMember(program.ctx, { externalId: "c-1" });
  id = toTypeId("mem", memberId);
  const { text } = await createApiKey(ctxFor(program, { role: "owner" }), {
    name: "App",
    scopes: ["wallet:read"],
  });
  key = text;
  const occurredAt = new Date().toISOString();
  await acceptEvents(program.ctx, [
    {
      type: "purchase",
      id: "a",
      member: { externalId: "c-1" },
      occurredAt,
      currency: "EUR",
      amountMinor: 400,
    },
  ]);
  await postSlice({ programId: program.programId });
});

async function ask(route: typeof getOffers, language?: string, member = id) {
  const headers = { authorization: `Bearer ${key}`, ...(language && { "accept-language": language }) };
  const request = new Request("http://localhost:3000/api/v1/members/x/y", { headers });
  const answer = await route(request, { params: Promise.resolve({ id: member }) });
  return { status: answer.status, body: await answer.json() };
}

it("speaks the language that is asked for, and else the program's", async () => {
  const sentence = async (language?: string) => (await ask(getOffers, language)).body.items[0].sentence;
  expect(await sentence("de-AT, en;q=0.5")).toBe("Du bekommst 5 Punkte für einen Einkauf.");
  expect(await sentence("it, es;q=0.8")).toBe("Recibes 5 puntos por una compra.");
  expect(await sentence("it")).toBe("Vous recevez 5 points pour un achat.");
  expect(await sentence()).toBe("Vous recevez 5 points pour un achat.");
});

it("does so for activity and the wallet", async () => {
  const reason = async (language?: string) => (await ask(getActivity, language)).body.items[0].reason;
  expect(await reason("hi")).toBe("€4.00 · Base");
  expect(await reason()).toBe("4,00\u00a0€ · Base");
  expect((await ask(getWallet, "de")).body.pointType).toEqual({ name: "Punkte" });
  expect((await ask(getWallet, "ar")).body.pointType).toEqual({ name: "نقاط" });
});

it("knows no member of another program", async () => {
  expect((await ask(getOffers, "de", toTypeId("mem", "01890000-0000-7000-8000-000000000000"))).status).toBe(
    404,
  );
});
