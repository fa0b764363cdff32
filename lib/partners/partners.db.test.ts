import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { fixedClock } from "@/lib/core/clock";
import { Conflict, Forbidden, NotFound } from "@/lib/core/errors";
import { fromTypeId, newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { acceptInvitation, readHomePath, readInvitation } from "@/lib/identity";
import { makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { makeUser, userCtx } from "@/lib/testing/people";
import {
  addPartner,
  changeSupplier,
  invitePartnerPerson,
  listPartnerInvitations,
  listPartners,
  listSuppliers,
  readPartner,
  readPartnerStatement,
  removePartner,
  renewPartnerInvitation,
  revokePartnerInvitation,
  rotatePartnerSecret,
  setPartnerEndpoint,
} from ".";

async function makeClub() {
  const program = await makeProgram();
  const owner = await makeUser({ organizationId: program.organizationId });
  return { program, ctx: userCtx(program, owner, "owner") };
}

function partnerCtx({ programId }: TestProgram, organizationId: string, parts: Part[]): Ctx {
  const actor: Actor = { kind: "partner", userId: newId(), organizationId, parts, name: "Petra" };
  return { programId, actor, clock: fixedClock(new Date("2026-11-22T12:00:00Z")), requestId: "req_test" };
}
type Part = "REWARD_PARTNER" | "SPONSOR";

const ROASTERS = {
  name: "Alpine Roasters",
  parts: ["REWARD_PARTNER"] as Part[],
  email: "petra@roasters.example",
};

describe("a company that takes part", () => {
  it("is added with an invitation, whose person opens the partners' portal", async () => {
    const { program, ctx } = await makeClub();
    const { partnerId, invitation } = await addPartner(ctx, ROASTERS);
    expect(await readInvitation(invitation.token, new Date())).toMatchObject({
      organizationName: "Alpine Roasters",
      partnerOf: program.name,
    });
    const { userId } = await acceptInvitation(invitation.token, {
      name: "Petra Alm",
      password: "warm stone mosaic",
    });
    expect(await readHomePath(userId)).toBe(`/partner/${program.slug}`);
    expect(await listPartners(ctx)).toEqual([
      expect.objectContaining({
        partnerId,
        name: "Alpine Roasters",
        parts: ["REWARD_PARTNER"],
        people: 1,
        openOrders: 0,
      }),
    ]);
    const audit = await db().audit.findMany({
      where: { programId: program.programId, action: "partner.added" },
    });
    expect(audit).toHaveLength(1);
  });

  it("is there once under its name, and only for those who look after partners", async () => {
    const { program, ctx } = await makeClub();
    await addPartner(ctx, ROASTERS);
    await expect(addPartner(ctx, { ...ROASTERS, name: "ALPINE roasters" })).rejects.toMatchObject({
      code: "partner_exists",
    });
    const marketer = userCtx(program, await makeUser(), "marketer");
    await expect(addPartner(marketer, { ...ROASTERS, name: "Another" })).rejects.toThrow(Forbidden);
  });

  it("that sponsors takes the seat of a sponsor that campaigns name, or has one made", async () => {
    const { ctx } = await makeClub();
    await db().sponsor.create({ data: { programId: ctx.programId, code: "oats", name: "Oats" } });
    const sponsoring = { parts: ["SPONSOR"] as Part[], email: "olga@oats.example" };
    const seated = await addPartner(ctx, { ...sponsoring, name: "Nordic Oats", sponsor: "oats" });
    expect((await readPartner(ctx, seated.partnerId)).sponsor).toBe("oats");
    await expect(
      addPartner(ctx, { ...sponsoring, name: "Other Oats", sponsor: "oats" }),
    ).rejects.toMatchObject({
      code: "sponsor_taken",
    });
    const made = await addPartner(ctx, { ...sponsoring, name: "Müller & Söhne" });
    expect((await readPartner(ctx, made.partnerId)).sponsor).toBe("muller-sohne");
  });

  it("is called otherwise, and known to files by another key, that nobody else has", async () => {
    const { program, ctx } = await makeClub();
    const { partnerId } = await addPartner(ctx, ROASTERS);
    await addPartner(ctx, { ...ROASTERS, name: "Bean Board", email: "b@board.example" });
    const changed = await changeSupplier(ctx, partnerId, { key: "roasters", name: "Alpine Roastery" });
    expect(changed).toEqual({ partnerId, key: "roasters", name: "Alpine Roastery" });
    expect(await listSuppliers(ctx)).toContainEqual(changed);
    await expect(changeSupplier(ctx, partnerId, { key: "bean-board" })).rejects.toMatchObject({
      code: "key_taken",
    });
    await expect(changeSupplier(ctx, partnerId, { name: "bean board" })).rejects.toMatchObject({
      code: "partner_exists",
    });
    const marketer = userCtx(program, await makeUser(), "marketer");
    await expect(changeSupplier(marketer, partnerId, { key: "mine" })).rejects.toThrow(Forbidden);
  });

  it("sees itself and no other company, and invites its own people", async () => {
    const { program, ctx } = await makeClub();
    const { partnerId } = await addPartner(ctx, ROASTERS);
    const other = await addPartner(ctx, { ...ROASTERS, name: "Bean Board", email: "b@board.example" });
    const petra = partnerCtx(program, partnerId, ["REWARD_PARTNER"]);
    expect((await readPartner(petra, partnerId)).name).toBe("Alpine Roasters");
    await expect(readPartner(petra, other.partnerId)).rejects.toThrow(NotFound);
    await expect(listPartners(petra)).rejects.toThrow(Forbidden);
    await expect(invitePartnerPerson(petra, other.partnerId, { email: "x@y.example" })).rejects.toThrow(
      NotFound,
    );
    await expect(setPartnerEndpoint(petra, other.partnerId, { orderUrl: null })).rejects.toThrow(NotFound);
    expect((await invitePartnerPerson(petra, partnerId, { email: "paul@roasters.example" })).email).toBe(
      "paul@roasters.example",
    );
    await setPartnerEndpoint(petra, partnerId, { orderUrl: "https://roasters.example/orders" });
    expect((await readPartner(petra, partnerId)).orderUrl).toBe("https://roasters.example/orders");
    expect((await rotatePartnerSecret(petra, partnerId)).secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  });

  it("sends invitations of its people again, or takes them back", async () => {
    const { program, ctx } = await makeClub();
    const { partnerId, invitation } = await addPartner(ctx, ROASTERS);
    const other = await addPartner(ctx, { ...ROASTERS, name: "Bean Board", email: "b@board.example" });
    const petra = partnerCtx(program, partnerId, ["REWARD_PARTNER"]);
    const idOf = (id: string) => fromTypeId("inv", id) ?? "";
    expect(await listPartnerInvitations(petra, partnerId)).toMatchObject([{ email: ROASTERS.email }]);
    await expect(listPartnerInvitations(petra, other.partnerId)).rejects.toThrow(NotFound);
    await expect(
      renewPartnerInvitation(petra, partnerId, idOf(other.invitation.invitationId)),
    ).rejects.toThrow(NotFound);

    const renewed = await renewPartnerInvitation(petra, partnerId, idOf(invitation.invitationId));
    const person = { name: "Petra Alm", password: "warm stone mosaic" };
    await expect(acceptInvitation(invitation.token, person)).rejects.toMatchObject({
      code: "invitation_gone",
    });
    await revokePartnerInvitation(ctx, partnerId, idOf(renewed.invitationId));
    await expect(acceptInvitation(renewed.token, person)).rejects.toMatchObject({ code: "invitation_gone" });
    expect(await listPartnerInvitations(ctx, partnerId)).toEqual([]);
  });

  it("is owed what it fulfilled in a month less what was taken back, and leaves once nothing is open", async () => {
    const { program, ctx } = await makeClub();
    const { programId } = program;
    const { partnerId } = await addPartner(ctx, ROASTERS);
    const rewardId = newId();
    const at = (text: string) => new Date(`2026-${text}Z`);
    await db().reward.create({
      data: {
        programId,
        rewardId,
        partnerId,
        kind: "service",
        fulfilment: "manual",
        state: "published",
        name: "Tasting",
        createdAt: at("10-01T00:00:00"),
        updatedAt: at("10-01T00:00:00"),
        publishedAt: at("10-01T00:00:00"),
      },
    });
    const order = (fulfilledAt: Date | null, closedAt: Date | null = null) => ({
      programId,
      redemptionId: newId(),
      memberId: newId(),
      rewardId,
      partnerId,
      state:
        fulfilledAt === null
          ? ("reserved" as const)
          : closedAt
            ? ("reversed" as const)
            : ("fulfilled" as const),
      fulfilment: "manual" as const,
      reward: {},
      points: 100n,
      costMinor: 250n,
      channel: "wallet",
      createdAt: at("10-30T10:00:00"),
      fulfilledAt,
      closedAt,
    });
    await db().redemption.createMany({
      data: [
        order(at("10-31T10:00:00"), at("11-02T10:00:00")),
        order(at("10-31T10:00:00")),
        order(at("11-05T10:00:00")),
        order(null),
      ],
    });
    const petra = partnerCtx(program, partnerId, ["REWARD_PARTNER"]);
    expect(await readPartnerStatement(petra, partnerId, "2026-10")).toMatchObject({
      isFinal: true,
      lines: [{ rewardName: "Tasting", fulfilled: 2, reversed: 0, amountMinor: 500 }],
      totalMinor: 500,
    });
    expect(await readPartnerStatement(petra, partnerId, "2026-11")).toMatchObject({
      isFinal: false,
      lines: [{ fulfilled: 1, reversed: 1, amountMinor: 0 }],
      totalMinor: 0,
    });
    await expect(readPartnerStatement(petra, newId(), "2026-11")).rejects.toThrow(NotFound);
    await expect(removePartner(ctx, partnerId)).rejects.toThrow(Conflict);
    await db().reward.updateMany({ where: { programId }, data: { state: "archived" } });
    await db().redemption.updateMany({
      where: { programId, state: "reserved" },
      data: { state: "cancelled", closedAt: at("11-06T10:00:00") },
    });
    await removePartner(ctx, partnerId);
    expect(await listPartners(ctx)).toEqual([]);
  });
});
