import { newId } from "@/lib/core/ids";
import { db, withTx } from "@/lib/db";
import { cancelRedemption, fulfilRedemption, redeem } from "@/lib/flows/redeem";
import { makeParcel } from "@/lib/flows/redeem/testing";
import { queueMail } from "@/lib/mail";
import { ctxFor } from "@/lib/testing/fixtures";
import type { Known } from "../known-member/testing";

/**
 * Orders of the member in all their ends: one that nobody is at work on, one that was sent by a partner's system, and
 * one that was called off.
 */
export async function orderThings({ program, ctx, member, marks }: Known): Promise<void> {
  const { programId } = program;
  const { memberId } = member;
  const asMember = ctxFor(program, { memberId, clock: ctx.clock });
  const rewardId = await makeParcel(program, { points: 10 });
  const order = () =>
    redeem(asMember, memberId, {
      rewardId,
      channel: "wallet",
      reference: marks.of("redref"),
      delivery: {
        name: marks.of("parcel"),
        line1: marks.of("street"),
        line2: marks.of("house"),
        postalCode: marks.of("zip"),
        city: marks.of("town"),
        region: marks.of("land"),
        country: "DE",
        phone: marks.of("ring"),
      },
    });
  await order();
  const { redemptionId } = await order();
  await fulfilRedemption(ctx, redemptionId, {
    note: marks.of("note"),
    partnerReference: marks.of("partref"),
    tracking: {
      carrier: "Post",
      number: marks.of("track"),
      url: `https://post.example/${marks.of("trackurl")}`,
    },
  });
  await db().partnerOrder.create({
    data: {
      programId,
      redemptionId,
      state: "failed",
      attempts: 12,
      createdAt: ctx.clock.now(),
      lastAttemptAt: ctx.clock.now(),
      lastStatus: 422,
      lastError: `Nobody is called ${marks.of("caller")}`,
    },
  });
  const called = await order();
  await cancelRedemption(ctx, called.redemptionId, { reason: marks.of("calloff") });
}

/** A mail that is kept, and a push that waits. */
export async function beToldThings({ program, ctx, member, marks }: Known): Promise<void> {
  const { programId } = program;
  const { memberId, email } = member;
  await withTx(ctx, (tx) =>
    queueMail(tx, ctx, {
      kind: "hello",
      to: email ?? "",
      memberId,
      locale: "en",
      content: {
        subject: marks.of("subject"),
        heading: marks.of("heading"),
        paragraphs: [marks.of("letter")],
      },
    }),
  );
  await haveHadAnotherAddress({ ctx, memberId, address: `${marks.of("was")}@example.com` });
  await db().push.create({
    data: {
      programId,
      pushId: newId(),
      memberId,
      kind: "message",
      key: marks.of("pushkey"),
      content: { title: marks.of("pushtitle"), body: marks.of("pushbody"), path: "/" },
      createdAt: ctx.clock.now(),
      nextAttemptAt: ctx.clock.now(),
    },
  });
}

/** The mail with the code to join went out before there was a member, and knows of none. */
async function haveHadAnotherAddress({
  ctx,
  memberId,
  address,
}: {
  ctx: Known["ctx"];
  memberId: string;
  address: string;
}): Promise<void> {
  const common = {
    to: address,
    locale: "en",
    content: { subject: "Hello", heading: "Hello", paragraphs: [] },
  };
  await withTx(ctx, async (tx) => {
    await queueMail(tx, ctx, { ...common, kind: "join_code", memberId: null });
    await queueMail(tx, ctx, { ...common, kind: "email_changed", memberId });
  });
}
