import { describe, expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { readMember } from "@/lib/members";
import { ctxFor, makeMember, makeProgram } from "@/lib/testing/fixtures";
import { chooseConsent } from "./choose-consent";
import { readPurposes } from "./purposes";
import { listConsentHistory, listConsents } from "./queries";
import { setPurposes } from "./set-purposes";

const NOW = new Date("2026-11-22T09:00:00Z");
const clock = fixedClock(NOW);

async function makeClub() {
  const program = await makeProgram({}, clock);
  const { memberId } = await makeMember(program.ctx);
  return { program, memberId, own: ctxFor(program, { memberId, clock }), ctx: program.ctx };
}
const inEnglish = (label: string) => ({ en: { label, hint: "" } });

describe("what a member agrees to", () => {
  it("stands on their row, and every choice in the history with what was read", async () => {
    const { memberId, own, program } = await makeClub();
    await chooseConsent(
      own,
      memberId,
      { purpose: "offers", granted: true },
      { via: "wallet", locale: "de-DE" },
    );
    await chooseConsent(own, memberId, { purpose: "personalisation", granted: true }, { via: "wallet" });
    await chooseConsent(own, memberId, { purpose: "offers", granted: false }, { via: "wallet" });
    const at = NOW.toISOString();
    expect((await readMember(own, memberId)).consents).toEqual({
      offers: { granted: false, at },
      personalisation: { granted: true, at },
    });
    const { items } = await listConsentHistory(own, memberId, { limit: 10 });
    expect(items.map(({ purpose, granted }) => `${purpose} ${granted}`)).toEqual([
      "offers false",
      "personalisation true",
      "offers true",
    ]);
    expect(items[2]).toMatchObject({
      locale: "de-DE",
      wording: expect.stringContaining("Angebote"),
      isOwn: true,
    });
    const audited = { programId: program.programId, action: { startsWith: "member.consent" } };
    expect(await db().audit.count({ where: audited })).toBe(3);
  });

  it("can be noted by people who may change members, and is then theirs in the history", async () => {
    const { memberId, program, own } = await makeClub();
    const choice = { purpose: "offers", granted: true };
    const support = ctxFor(program, { role: "support", clock });
    await chooseConsent(support, memberId, choice, { via: "portal" });
    const { items } = await listConsentHistory(own, memberId, { limit: 10 });
    expect(items[0]).toMatchObject({ isOwn: false, via: "portal" });
    const analyst = ctxFor(program, { role: "analyst", clock });
    await expect(chooseConsent(analyst, memberId, choice, { via: "portal" })).rejects.toThrow(Forbidden);
    const stranger = ctxFor(program, { memberId: (await makeMember(program.ctx)).memberId });
    await expect(chooseConsent(stranger, memberId, choice, { via: "wallet" })).rejects.toThrow(NotFound);
  });

  it("comes in pages", async () => {
    const { memberId, own } = await makeClub();
    for (const granted of [true, false, true]) {
      await chooseConsent(own, memberId, { purpose: "offers", granted }, { via: "wallet" });
    }
    const first = await listConsentHistory(own, memberId, { limit: 2 });
    const second = await listConsentHistory(own, memberId, { limit: 2, cursor: first.nextCursor ?? "" });
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null]);
  });
});

describe("what a program asks for", () => {
  it("is the product's own until it says otherwise, in every language", async () => {
    const { program } = await makeClub();
    const purposes = await readPurposes(program.programId);
    expect(purposes.map(({ code, version }) => [code, version])).toEqual([
      ["offers", 0],
      ["personalisation", 0],
    ]);
    expect(Object.keys(purposes[0]?.texts ?? {})).toEqual(["en", "de", "fr", "es", "ar", "hi"]);
  });

  it("is another version with each wording, and is no longer asked for once it is left out", async () => {
    const { ctx, own, memberId } = await makeClub();
    await setPurposes(ctx, [
      { code: "offers", texts: inEnglish("Offers") },
      { code: "partners", texts: inEnglish("Offers of partners") },
    ]);
    await chooseConsent(own, memberId, { purpose: "partners", granted: true }, { via: "wallet" });
    const same = await setPurposes(ctx, [{ code: "offers", texts: inEnglish("News and offers") }]);
    expect(same).toMatchObject([{ code: "offers", version: 2 }]);
    await expect(
      chooseConsent(own, memberId, { purpose: "partners", granted: true }, { via: "wallet" }),
    ).rejects.toThrow(NotFound);
    // What was said stays said.
    expect((await listConsentHistory(own, memberId, { limit: 5 })).items).toHaveLength(1);
    expect(await listConsents(own, memberId, "de-DE")).toMatchObject([
      { purpose: "offers", label: "News and offers", granted: null },
    ]);
    await setPurposes(ctx, [{ code: "offers", texts: inEnglish("News and offers") }]);
    expect(await readPurposes(ctx.programId)).toMatchObject([{ version: 2 }]);
  });

  it("is for those who run the program", async () => {
    const { program } = await makeClub();
    await expect(setPurposes(ctxFor(program, { role: "marketer" }), [])).rejects.toThrow(Forbidden);
  });
});
