import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { newRequestId } from "@/lib/auth/context";
import { systemClock } from "@/lib/core/clock";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/core/errors";
import { fromTypeId, newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { ctxFor, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { makeUser } from "@/lib/testing/people";
import {
  changeProposal,
  changeReward,
  createPool,
  drawUpProposal,
  dropProposal,
  listPublicRewards,
  listRewards,
  publishReward,
  returnProposal,
  sendProposal,
  unpublishReward,
  withdrawProposal,
} from "..";

let program: TestProgram;
let keeper: Ctx;
let partner: Ctx;
let other: Ctx;

/** Somebody of a company that supplies rewards, which has said where it is written to. */
async function makeSupplier(name: string): Promise<Ctx> {
  const { programId } = program;
  const organizationId = newId();
  await db().organization.create({ data: { organizationId, name } });
  await db().programParticipant.create({ data: { programId, organizationId, role: "REWARD_PARTNER" } });
  await db().rewardPartner.create({
    data: {
      programId,
      partnerId: organizationId,
      contactEmail: `${organizationId}@partner.example`,
      createdAt: new Date(),
    },
  });
  const actor: Actor = {
    kind: "partner",
    userId: newId(),
    organizationId,
    parts: ["REWARD_PARTNER"],
    name: "Petra",
  };
  return { programId, actor, clock: systemClock, requestId: newRequestId() };
}

beforeAll(async () => {
  program = await makeProgram();
  const owner = await makeUser({ organizationId: program.organizationId });
  keeper = ctxFor(program, { role: "owner", userId: owner.userId });
  partner = await makeSupplier("Alpine Roasters");
  other = await makeSupplier("Bean Board");
});

function uuid(id: string): string {
  const found = fromTypeId("rwd", id);
  if (found === null) throw new Error(`${id} is no reward`);
  return found;
}

async function drawnUp(ctx: Ctx = partner, name = "Latte class"): Promise<string> {
  return uuid((await drawUpProposal(ctx, { kind: "service", name, stock: 8 })).id);
}

const mailsAbout = (text: string) =>
  db().mail.findMany({
    where: { programId: program.programId, kind: "reward_proposal", subject: { contains: text } },
    select: { recipient: true, subject: true, text: true },
    orderBy: { mailId: "asc" },
  });

describe("a reward that a partner proposes", () => {
  it("goes from its partner to the program and into the catalogue, and both are told", async () => {
    const rewardId = await drawnUp(partner, "Cupping evening");
    await changeProposal(partner, rewardId, { description: "Six coffees, two hours.", costMinor: 1_200 });
    await expect(publishReward(keeper, rewardId)).rejects.toMatchObject({ code: "proposal_not_sent" });

    const sent = await sendProposal(partner, rewardId);
    expect(sent.proposal).toEqual({
      by: expect.objectContaining({ name: "Alpine Roasters" }),
      state: "waiting",
      note: null,
    });
    const waiting = await listRewards(keeper, { onlyWaiting: true, limit: 10 });
    expect(waiting.items.map(({ id }) => uuid(id))).toContain(rewardId);

    // What it costs members is for the program to say.
    await expect(publishReward(keeper, rewardId)).rejects.toThrow(Invalid);
    await changeReward(keeper, rewardId, { prices: [{ points: 300 }] });
    const published = await publishReward(keeper, rewardId);
    expect(published).toMatchObject({ state: "published", costMinor: 1_200, proposal: { state: "decided" } });
    const offered = await listPublicRewards(program.programId, "en");
    expect(offered.map(({ name }) => name)).toContain("Cupping evening");

    const mails = await mailsAbout("Cupping evening");
    expect(mails.map(({ subject }) => subject)).toEqual([
      "Alpine Roasters proposes “Cupping evening”",
      "“Cupping evening” is in the catalogue",
    ]);
    const audit = await db().audit.findMany({
      where: { programId: program.programId, target: published.id },
      orderBy: { auditId: "asc" },
    });
    expect(audit.map(({ action }) => action)).toEqual([
      "reward.drawn_up",
      "reward.changed",
      "reward.proposed",
      "reward.changed",
      "reward.published",
    ]);
  });

  it("comes back with a note, and can be sent again", async () => {
    const rewardId = await drawnUp(partner, "Roastery tour");
    await sendProposal(partner, rewardId);
    await expect(returnProposal(partner, rewardId, { note: "No" })).rejects.toThrow(Forbidden);
    const returned = await returnProposal(keeper, rewardId, { note: "Say where it is." });
    expect(returned.proposal).toMatchObject({ state: "returned", note: "Say where it is." });
    await expect(returnProposal(keeper, rewardId, { note: "Again" })).rejects.toThrow(Conflict);
    const [, mail] = await mailsAbout("Roastery tour");
    expect(mail?.text).toContain("Say where it is.");

    await changeProposal(partner, rewardId, { terms: "In Bern." });
    expect((await sendProposal(partner, rewardId)).proposal).toMatchObject({ state: "waiting", note: null });
  });

  it("stays as it was sent until it is taken back", async () => {
    const rewardId = await drawnUp();
    await sendProposal(partner, rewardId);
    await expect(changeProposal(partner, rewardId, { name: "Other" })).rejects.toMatchObject({
      code: "proposal_waits",
    });
    await expect(sendProposal(partner, rewardId)).rejects.toMatchObject({ code: "proposal_waits" });
    expect((await withdrawProposal(partner, rewardId)).proposal?.state).toBe("drawn_up");
    await expect(withdrawProposal(partner, rewardId)).rejects.toMatchObject({ code: "proposal_not_sent" });
    expect((await changeProposal(partner, rewardId, { name: "Other" })).name).toBe("Other");
  });

  it("is the program's once it was in the catalogue, also when it is a draft again", async () => {
    const rewardId = await drawnUp();
    await sendProposal(partner, rewardId);
    await changeReward(keeper, rewardId, { prices: [{ points: 300 }] });
    await publishReward(keeper, rewardId);
    await unpublishReward(keeper, rewardId);
    for (const attempt of [
      () => changeProposal(partner, rewardId, { costMinor: 99_900 }),
      () => sendProposal(partner, rewardId),
      () => withdrawProposal(partner, rewardId),
      () => dropProposal(partner, rewardId),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "proposal_decided" });
    }
    expect((await publishReward(keeper, rewardId)).costMinor).toBe(0);
  });

  it("is put away by its partner, and no other company sees it", async () => {
    const rewardId = await drawnUp(partner, "Grinder");
    await expect(changeProposal(other, rewardId, { name: "Mine" })).rejects.toThrow(NotFound);
    await expect(sendProposal(other, rewardId)).rejects.toThrow(NotFound);
    await expect(dropProposal(other, rewardId)).rejects.toThrow(NotFound);
    const { items } = await listRewards(other, { limit: 50 });
    expect(items.map(({ name }) => name)).not.toContain("Grinder");
    expect((await dropProposal(partner, rewardId)).state).toBe("archived");
    await expect(sendProposal(partner, rewardId)).rejects.toMatchObject({ code: "proposal_decided" });
  });

  it("says nothing that is the program's to say, and names nothing of others", async () => {
    const rewardId = await drawnUp();
    await expect(changeProposal(partner, rewardId, { prices: [{ points: 1 }] })).rejects.toThrow(Invalid);
    await expect(changeProposal(partner, rewardId, { partnerId: newId() })).rejects.toThrow(Invalid);
    await expect(drawUpProposal(partner, { kind: "cash_discount", name: "5 € off" })).rejects.toThrow(
      Invalid,
    );
    await expect(drawUpProposal(keeper, { kind: "service", name: "Ours" })).rejects.toThrow(Forbidden);

    const pools = { own: await poolOf(partner), foreign: await poolOf(other), program: await poolOf(keeper) };
    const draft = uuid((await drawUpProposal(partner, { kind: "pool_voucher", name: "Ten off" })).id);
    await changeProposal(partner, draft, { poolId: pools.own });
    for (const poolId of [pools.foreign, pools.program]) {
      await expect(changeProposal(partner, draft, { poolId })).rejects.toMatchObject({
        fields: [expect.objectContaining({ pointer: "/poolId" })],
      });
    }
    // Nobody could have it: its pool is empty.
    await expect(sendProposal(partner, draft)).rejects.toMatchObject({
      fields: [expect.objectContaining({ pointer: "/poolId" })],
    });
  });
});

async function poolOf(ctx: Ctx): Promise<string> {
  const poolId = fromTypeId("cpool", (await createPool(ctx, { name: "Codes" })).id);
  if (poolId === null) throw new Error("a pool without an id");
  return poolId;
}
