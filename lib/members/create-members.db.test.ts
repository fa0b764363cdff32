import { describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { ctxFor, makeProgram } from "@/lib/testing/fixtures";
import { hasValidCheckDigit } from "./card-number";
import { createMembers } from "./create-members";
import { ensureMembersByExternalId } from "./ensure-members";
import { laneOf } from "./lane";
import { readMember, resolveMembers } from "./queries";
import { insertMembers } from "./sql";

describe("createMembers", () => {
  it("gives each member a card, a lane, search words and an empty account for points", async () => {
    const program = await makeProgram({ lanes: 4, cardPrefix: "BC" });
    const [amira] = await createMembers(program.ctx, [
      { name: " Amira Haddad ", email: "Amira@Example.com", externalId: "c-1", attributes: { tier: "gold" } },
    ]);
    if (!amira) throw new Error("no member");
    expect(amira).toMatchObject({ name: "Amira Haddad", email: "amira@example.com", status: "active" });
    expect(amira.cardNumber).toMatch(/^BC\d{10}$/);
    expect(hasValidCheckDigit(amira.cardNumber)).toBe(true);
    expect(amira.lane).toBe(laneOf(amira.memberId, 4));
    expect(await readMember(program.ctx, amira.memberId)).toEqual(amira);
    const accounts = await db().account.findMany({
      where: { programId: program.programId, party: amira.memberId },
    });
    expect(accounts).toMatchObject([{ kind: "available", pointTypeNo: 1, balance: 0n, floor: 0n }]);
    const words = await db().memberSearch.count({
      where: { programId: program.programId, memberId: amira.memberId },
    });
    expect(words).toBeGreaterThan(3);
  });

  it("creates all or none, and says which number or address is taken", async () => {
    const program = await makeProgram();
    await createMembers(program.ctx, [{ name: "First", externalId: "c-1" }]);
    const items = [
      { name: "New", externalId: "c-2" },
      { name: "Again", externalId: "c-1" },
    ];
    await expect(createMembers(program.ctx, items)).rejects.toMatchObject({
      code: "member_exists",
      publicMessage: "There already is a member with the number c-1.",
    });
    await expect(
      createMembers(program.ctx, [
        { name: "One", email: "same@example.com" },
        { name: "Two", email: "SAME@example.com" },
      ]),
    ).rejects.toMatchObject({ code: "member_exists" });
    expect(await db().member.count({ where: { programId: program.programId } })).toBe(1);
    expect(await db().account.count({ where: { programId: program.programId, kind: "available" } })).toBe(1);
  });

  it("keeps numbers of different programs apart", async () => {
    const [one, other] = [await makeProgram(), await makeProgram()];
    await createMembers(one.ctx, [{ name: "Here", externalId: "c-1" }]);
    await expect(createMembers(other.ctx, [{ name: "There", externalId: "c-1" }])).resolves.toHaveLength(1);
  });

  it("leaves out a row whose card number is taken, and only that", async () => {
    const program = await makeProgram();
    const row = (cardNumber: string) => ({
      memberId: newId(),
      accountId: newId(),
      externalId: null,
      cardNumber,
      lane: 0,
      name: "Card",
      email: null,
      phone: null,
      attributes: "{}",
      joinedAt: new Date(),
      passwordHash: null,
      birthday: null,
      tier: null,
      tags: "[]",
      words: ["card"],
    });
    const [first, clash, third] = [row("TS0000000001"), row("TS0000000001"), row("TS0000000002")];
    expect(await insertMembers(db(), program.programId, [first, clash, third])).toEqual(
      new Set([first.memberId, third.memberId]),
    );
    expect(await db().account.count({ where: { programId: program.programId, party: clash.memberId } })).toBe(
      0,
    );
  });

  it("is for those who may write members", async () => {
    const program = await makeProgram();
    const analyst = ctxFor(program, { role: "analyst" });
    await expect(createMembers(analyst, [{ name: "No" }])).rejects.toMatchObject({ code: "forbidden" });
    const support = ctxFor(program, { role: "support" });
    await expect(createMembers(support, [{ name: "Yes" }])).resolves.toHaveLength(1);
  });

  it("answers a repeated key with the same member", async () => {
    const program = await makeProgram();
    const ctx = { ...program.ctx, idempotencyKey: "join-1" };
    const [first] = await createMembers(ctx, [{ name: "Once" }]);
    const [second] = await createMembers(ctx, [{ name: "Once" }]);
    expect(second).toEqual(first);
    await expect(createMembers(ctx, [{ name: "Twice" }])).rejects.toMatchObject({
      code: "idempotency_key_reused",
    });
  });
});

describe("ensureMembersByExternalId", () => {
  it("creates each missing member once, however often and by however many it is asked", async () => {
    const program = await makeProgram();
    const ids = Array.from({ length: 50 }, (_, index) => `h-${index}`);
    await createMembers(program.ctx, [{ name: "Known", externalId: "h-0" }]);
    const answers = await Promise.all([
      ensureMembersByExternalId(program.ctx, ids),
      ensureMembersByExternalId(program.ctx, [...ids].reverse()),
      ensureMembersByExternalId(program.ctx, [...ids, ...ids]),
    ]);
    for (const answer of answers) expect([...answer.keys()].sort()).toEqual([...ids].sort());
    for (const id of ids) {
      expect(new Set(answers.map((answer) => answer.get(id)?.memberId)).size).toBe(1);
      const creators = answers.filter((answer) => answer.get(id)?.created);
      expect(creators).toHaveLength(id === "h-0" ? 0 : 1);
    }
    expect(await db().member.count({ where: { programId: program.programId } })).toBe(50);
  });
});

describe("resolveMembers", () => {
  it("finds members by any of their three names, in order, and never another program's", async () => {
    const [program, other] = [await makeProgram(), await makeProgram()];
    const [one, two] = await createMembers(program.ctx, [
      { name: "One", externalId: "c-1" },
      { name: "Two" },
    ]);
    const [foreign] = await createMembers(other.ctx, [{ name: "Foreign", externalId: "c-9" }]);
    if (!one || !two || !foreign) throw new Error("no members");
    const typed = two.cardNumber.toLowerCase().replace(/(\d{4})/g, " $1");
    const found = await resolveMembers(program.ctx, [
      { cardNumber: typed },
      { externalId: "c-1" },
      { id: foreign.memberId },
      { externalId: "c-9" },
      { id: one.memberId },
      { externalId: "c-1" },
      { cardNumber: foreign.cardNumber },
    ]);
    expect(found.map((member) => member?.memberId ?? null)).toEqual([
      two.memberId,
      one.memberId,
      null,
      null,
      one.memberId,
      one.memberId,
      null,
    ]);
    expect(found[0]).toEqual({ memberId: two.memberId, lane: two.lane, status: "active" });
  });
});
