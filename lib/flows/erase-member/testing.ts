import { Readable } from "node:stream";
import { requestAdjustment } from "@/lib/adjustments";
import { hashPassword } from "@/lib/auth/password";
import { listVouchers, sendMessage, useVoucher as takeVoucher } from "@/lib/benefits";
import { chooseConsent } from "@/lib/consents";
import { present } from "@/lib/core/assert";
import { fixedClock } from "@/lib/core/clock";
import { fromTypeId, newId } from "@/lib/core/ids";
import { confirmCredits, uploadCredits } from "@/lib/credits";
import { db, withTx } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { sendPointsNow } from "@/lib/flows/pass-points";
import { postSlice } from "@/lib/flows/post-events";
import { runCreditStep } from "@/lib/flows/run-credits/run-credit-step";
import { runImportSlice } from "@/lib/flows/run-import/run-import-slice";
import { TEST_HEADER, uploadAndStart } from "@/lib/imports/testing";
import { createMembers, updateMember, updateOwnProfile } from "@/lib/members";
import { answerInvitation, contributeToPool, createPool, inviteToPool, spendFromPool } from "@/lib/pools";
import { createSegment } from "@/lib/segments";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { setLedgerPolicy } from "@/lib/testing/ledger-policy";
import { putInForce } from "@/lib/testing/rules";
import { createTier } from "@/lib/tiers";
import { blockMember, setTransferBar } from "@/lib/transfers";
import { placeHold, releaseHold, spendPoints } from "@/lib/wallet";
import { type Known, Marks, NOW } from "./known-member/testing";
import { beToldThings, orderThings } from "./known-orders/testing";

/** A club in which a member has left words of theirs everywhere that the product takes words. */
export async function makeKnownMember(): Promise<Known> {
  const marks = new Marks();
  const program = await makeProgram({ lanes: 1 }, fixedClock(NOW));
  await setUpClub(program);
  const { ctx } = program;
  const [member] = await createMembers({ ...ctx, idempotencyKey: marks.of("key"), operation: "test" }, [
    {
      name: `${marks.of("first")} ${marks.of("last")}`,
      externalId: marks.of("ext"),
      email: `${marks.of("mail")}@example.com`,
      phone: "+49 170 555 0101 99",
      attributes: { city: marks.of("city") },
      tags: [marks.of("tag")],
      passwordHash: await hashPassword("warm stone mosaic"),
    },
  ]);
  const known = {
    program,
    ctx,
    member: present(member, "createMembers returns who was made"),
    other: await makeMember(ctx, { name: "Olga Other", externalId: "other" }),
    marks,
  };
  await beKnown(known);
  await buy(known);
  await share(known);
  await beServed(known);
  await orderThings(known);
  await beToldThings(known);
  await arriveByFile(known);
  return known;
}

async function setUpClub({ ctx, programId }: TestProgram): Promise<void> {
  await setLedgerPolicy(programId, {
    transfers: { enabled: true },
    pools: { enabled: true },
    adjustments: { approvalAbove: 50 },
  });
  await createTier(ctx, { code: "gold", name: "Gold" });
  await createSegment(ctx, { code: "vip", name: "Very important" });
  await putInForce(programId, [
    {
      name: "Base rate",
      trigger: { event: "purchase" },
      effects: [{ kind: "per_amount", points: 10, perMinor: 100, basis: "lines" }],
    },
    {
      name: "Gifts",
      trigger: { event: "purchase" },
      condition: {
        kind: "history",
        measure: "distinct",
        what: "store",
        window: { kind: "lifetime" },
        op: "at_least",
        value: 1,
        withThis: true,
      },
      effects: [
        { kind: "voucher", name: "Free coffee", costMinor: 250 },
        { kind: "badge", badge: "Early bird" },
        { kind: "progress", challenge: "Ten cups", by: 1, goal: 10 },
        { kind: "notify", title: "Thank you", body: "For your purchase." },
        { kind: "segment", segment: "vip" },
        { kind: "webhook", url: "https://example.com/hook", topic: "bought" },
      ],
    },
    {
      name: "Later",
      trigger: { event: "purchase" },
      effects: [{ kind: "fixed", points: 7 }],
      terms: { pending: { kind: "event", name: "flown" } },
    },
  ]);
}

async function beKnown({ program, ctx, member, marks }: Known): Promise<void> {
  const { memberId } = member;
  const own = {
    ...ctxFor(program, { memberId, clock: ctx.clock }),
    actor: { kind: "member", memberId } as const,
  };
  await updateOwnProfile(own, { name: `${marks.of("new")} ${marks.of("name")}`, birthday: "1987-06-05" });
  await updateMember(ctx, memberId, { attributes: { shoe: marks.of("shoe") }, tier: "gold" });
  await db().memberSession.create({
    data: {
      programId: program.programId,
      sessionId: newId(),
      memberId,
      browser: marks.of("browser"),
      system: marks.of("system"),
      startedAt: NOW,
      seenAt: NOW,
      subscriptions: {
        create: {
          subscriptionId: newId(),
          memberId,
          endpoint: `https://push.example.com/${marks.of("endpoint")}`,
          p256dh: marks.of("p256dh"),
          auth: marks.of("auth"),
          createdAt: NOW,
        },
      },
    },
  });
  await withTx(ctx, (tx) =>
    sendMessage(tx, program.programId, {
      memberId,
      title: marks.of("msg"),
      body: marks.of("msgbody"),
      sentAt: NOW,
    }),
  );
  await chooseConsent(own, memberId, { purpose: "offers", granted: true }, { via: "wallet" });
}

async function buy({ ctx, program, member, marks }: Known): Promise<void> {
  const common = { member: { cardNumber: member.cardNumber }, occurredAt: "2026-11-20T10:00:00Z" };
  const purchaseId = marks.of("order");
  const { rejected, results } = await acceptEvents(ctx, [
    {
      ...common,
      type: "purchase",
      id: purchaseId,
      currency: "EUR",
      store: marks.of("store"),
      channel: marks.of("chan"),
      device: marks.of("dev"),
      codes: [marks.of("code")],
      attributes: { [marks.of("attr")]: marks.of("value") },
      lines: [
        {
          amountMinor: 20_000,
          quantity: 2,
          sku: marks.of("sku"),
          name: marks.of("item"),
          category: marks.of("cat"),
          brand: marks.of("brand"),
        },
      ],
    },
    {
      ...common,
      type: "custom",
      name: "survey",
      id: marks.of("survey"),
      attributes: { said: marks.of("said") },
    },
    { ...common, type: "return", id: marks.of("back"), purchaseId, lines: [{ line: 0, quantity: 1 }] },
    { ...common, type: "return", id: marks.of("dead"), purchaseId: marks.of("never") },
  ]);
  if (rejected > 0) throw new Error(JSON.stringify(results));
  await post(program);
}

async function share({ program, ctx, member, other, marks }: Known): Promise<void> {
  const { memberId } = member;
  const asMember = ctxFor(program, { memberId, clock: ctx.clock });
  const asOther = ctxFor(program, { memberId: other.memberId, clock: ctx.clock });
  await acceptEvents(ctx, [
    {
      type: "purchase",
      id: "of the other",
      member: { externalId: "other" },
      occurredAt: "2026-11-20T10:00:00Z",
      currency: "EUR",
      lines: [{ amountMinor: 10_000 }],
    },
  ]);
  await post(program);
  const note = () => ({ points: 10, message: marks.of("note") });
  await sendPointsNow(asMember, memberId, { to: { cardNumber: other.cardNumber }, ...note() });
  await sendPointsNow(asOther, other.memberId, { to: { cardNumber: member.cardNumber }, ...note() });
  await post(program);
  const own = await createPool(asMember, memberId, { kind: "household", name: marks.of("home") });
  await inviteToPool(asMember, own.poolId, { member: { cardNumber: other.cardNumber }, monthlyLimit: null });
  await answerInvitation(asOther, own.poolId, { memberId: other.memberId, accepts: true });
  await contributeToPool(asMember, own.poolId, { memberId, points: 20 });
  await contributeToPool(asOther, own.poolId, { memberId: other.memberId, points: 20 });
  await post(program);
  await spendFromPool(ctx, own.poolId, {
    memberId,
    points: 5,
    reason: marks.of("poolspend"),
    reference: marks.of("poolref"),
  });
  await setTransferBar(ctx, memberId, { sending: true, receiving: false, reason: marks.of("bar") });
  await blockMember(asOther, other.memberId, { id: memberId });
}

async function beServed({ program, ctx, member, marks }: Known): Promise<void> {
  const { memberId } = member;
  await spendPoints(ctx, memberId, { points: 5, reason: marks.of("spend"), reference: marks.of("till") });
  await placeHold(ctx, memberId, { points: 6, reason: marks.of("hold"), reference: marks.of("holdref") });
  const held = await placeHold(ctx, memberId, {
    points: 7,
    reason: marks.of("held"),
    reference: marks.of("heldref"),
  });
  await releaseHold(ctx, held.holdId);
  const support = ctxFor(program, { role: "support", clock: ctx.clock });
  await requestAdjustment({ ...support, idempotencyKey: marks.of("idem"), operation: "test" }, memberId, {
    points: 5,
    reason: marks.of("adjust"),
    note: marks.of("adjnote"),
  });
  await requestAdjustment(support, memberId, {
    points: 500,
    reason: marks.of("big"),
    note: marks.of("bignote"),
  });
  const [voucher] = (await listVouchers(ctx, memberId, { limit: 10 })).items;
  await takeVoucher(ctx, present(voucher, "the purchase gave a voucher").code, {
    reference: marks.of("vouref"),
  });
}

async function arriveByFile({ program, ctx, member, marks }: Known): Promise<void> {
  const { programId } = program;
  const lines = [
    `${marks.of("basket")},${member.externalId},2026-11-01 10:00:00,1.50,1,tea`,
    `${marks.of("refused")},${member.externalId},no day,1.50,1,tea`,
  ];
  const only = await uploadAndStart(ctx, [TEST_HEADER, ...lines].join("\n"));
  while ((await runImportSlice({ clock: ctx.clock, holder: newId(), only })) !== null);
  const { id } = await uploadCredits(ctxFor(program, { role: "owner", clock: ctx.clock }), {
    fileName: "spring.csv",
    content: Readable.from([
      Buffer.from(
        [
          "member,points,reason",
          `${member.externalId},15,${marks.of("credit")}`,
          `${member.externalId},none,${marks.of("creditbad")}`,
        ].join("\n"),
      ),
    ]),
  });
  const job = { programId, jobId: present(fromTypeId("job", id), "a job has a job's id") };
  const stateOf = async () =>
    (await db().creditJob.findUniqueOrThrow({ where: { programId_jobId: job } })).state;
  const confirm = ctxFor(program, { role: "owner", clock: ctx.clock });
  for (let step = 0; step < 50 && (await stateOf()) !== "done"; step += 1) {
    if ((await stateOf()) === "ready") await confirmCredits(confirm, job);
    await db().creditJob.update({ where: { programId_jobId: job }, data: { notBefore: null } });
    await runCreditStep({ only: job });
    await post(program);
  }
  await post(program);
}

export async function post({ programId, ctx }: TestProgram): Promise<void> {
  while ((await postSlice({ programId, clock: ctx.clock })) !== null);
}
