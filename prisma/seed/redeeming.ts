import type { Actor } from "@/lib/auth/actor";
import { type Ctx, newRequestId } from "@/lib/auth/context";
import { fixedClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import {
  acceptRedemption,
  cancelRedemption,
  endTestPayment,
  fulfilRedemption,
  redeem,
  reverseRedemption,
  shipRedemption,
  startPayment,
} from "@/lib/flows/redeem";
import { takeAtCounter } from "@/lib/flows/serve-at-counter";
import { PaymentsUnavailable, providerFor } from "@/lib/payments";
import { STORES } from "./catalogue";
import { supplier } from "./partners";
import { DAYS } from "./shopping";
import { actorOf } from "./team";
import { WISHES, type Wish } from "./wishes";

const MINUTE_MS = 60_000;
const STREETS = ["Kastanienallee", "Oderberger Straße", "Sonnenallee", "Weserstraße", "Torstraße"];

/** A day of the demo, before the shops' events of it are posted: what members did when they did it. */
type Evening = { index: number; closesAt: Date };

/** Who acts in the redemptions of the demo besides the members. */
type Cast = { owner: Actor; cashier: Actor; partner: Actor; amira: string };

type Happening = { wish: Wish; number: number; what: Wish["course"][number]["what"]; minutesBefore: number };

/**
 * Lets happen what members redeemed on a day and what became of it, each in its own minute of the day. What has
 * happened already stays as it is.
 * @param programId of the coffee club
 */
export async function redeemOn(programId: string, cast: Cast, { index, closesAt }: Evening): Promise<void> {
  const today: Happening[] = WISHES.flatMap((wish, number) =>
    wish.course
      .filter(({ daysAgo }) => daysAgo === DAYS - 1 - index)
      .map(({ what }, place) => ({ wish, number, what, minutesBefore: minutesOf(number, place, index) })),
  );
  today.sort((one, other) => other.minutesBefore - one.minutesBefore);
  for (const { wish, number, what, minutesBefore } of today) {
    const clock = fixedClock(new Date(closesAt.getTime() - minutesBefore * MINUTE_MS));
    const acting = (actor: Actor): Ctx => ({ programId, actor, clock, requestId: newRequestId() });
    if (what === "asked") await ask(acting, cast, wish, number);
    else await goOn(acting, cast, wish, number, what);
  }
}

/** Somewhen in the day; on the last one, whose shops may just have opened, in the hours before. */
function minutesOf(number: number, place: number, index: number): number {
  return (index === DAYS - 1 ? 20 : 90) + ((number * 53) % (index === DAYS - 1 ? 100 : 600)) - place * 7;
}

const referenceOf = (number: number) => `order-${2_201 + number}`;

type Acting = (actor: Actor) => Ctx;

async function ask(acting: Acting, cast: Cast, wish: Wish, number: number): Promise<void> {
  const { programId } = acting(cast.owner);
  const reference = referenceOf(number);
  if ((await db().redemption.count({ where: { programId, reference } })) > 0) return;
  const reward = await db().reward.findFirstOrThrow({
    where: { programId, name: wish.reward },
    select: { rewardId: true, kind: true, prices: { where: { tier: null } } },
  });
  const [price] = reward.prices;
  if (Number(price?.amountMinor ?? 0) > 0 && !playsPayments()) return;
  const member = await findMember(programId, cast, wish, number, Number(price?.points ?? 0));
  // Early in the demo's days hardly anybody has the points for the dearer ones.
  if (member === null) return;
  const { memberId, name } = member;
  const asMember = acting({ kind: "member", memberId });
  const { redemptionId, amountMinor } = await redeem(asMember, memberId, {
    rewardId: reward.rewardId,
    channel: "wallet",
    reference,
    ...(reward.kind === "physical" && { delivery: addressOf(name, number) }),
  });
  if (amountMinor === 0) return;
  await startPayment(asMember, redemptionId, "/");
  const payment = await db().payment.findFirstOrThrow({ where: { programId, redemptionId } });
  await endTestPayment(asMember, payment.paymentId, "paid");
}

/** Whether payments are only played: a demo asks nobody for money in earnest. */
function playsPayments(): boolean {
  try {
    return providerFor({ sandbox: false }).name === "test";
  } catch (error) {
    if (error instanceof PaymentsUnavailable) return false;
    throw error;
  }
}

/** Somebody who can afford it and has redeemed nothing yet; the demo's own member where it says so. */
async function findMember(
  programId: string,
  { amira }: Cast,
  { by }: Wish,
  number: number,
  points: number,
): Promise<{ memberId: string; name: string } | null> {
  const select = { memberId: true, name: true };
  if (by === "amira") return db().member.findFirstOrThrow({ where: { programId, memberId: amira }, select });
  const rich = await db().account.findMany({
    where: { programId, kind: "available", pointTypeNo: 1, balance: { gte: points } },
    select: { party: true },
  });
  const served = await db().redemption.findMany({
    where: { programId },
    distinct: ["memberId"],
    select: { memberId: true },
  });
  const known = new Set([amira, ...served.map(({ memberId }) => memberId)]);
  const able = await db().member.findMany({
    where: {
      programId,
      memberId: { in: rich.map(({ party }) => party).filter((party) => !known.has(party)) },
      ...(by === "gold" && { tier: "gold" }),
    },
    orderBy: { externalId: "asc" },
    select,
  });
  return able[(number * 7) % Math.max(able.length, 1)] ?? null;
}

function addressOf(name: string, number: number) {
  const street = STREETS[number % STREETS.length];
  const postalCode = String(10_115 + number * 11);
  return { name, line1: `${street} ${number + 3}`, postalCode, city: "Berlin", country: "DE" };
}

const PARCEL = { carrier: "DHL", number: "00340434161094022115" };

async function goOn(
  acting: Acting,
  cast: Cast,
  { reward, note }: Wish,
  number: number,
  what: Exclude<Happening["what"], "asked">,
): Promise<void> {
  const { programId } = acting(cast.owner);
  const order = await db().redemption.findFirst({
    where: { programId, reference: referenceOf(number) },
    include: { steps: { select: { what: true } } },
  });
  if (order === null || order.steps.some((step) => step.what === what)) return;
  const { redemptionId, memberId, partnerId } = order;
  const handler = acting(partnerId === null ? cast.owner : cast.partner);
  const told = note === undefined ? {} : { note };
  switch (what) {
    case "accepted":
      await acceptRedemption(handler, redemptionId);
      return;
    case "shipped":
      await shipRedemption(handler, redemptionId, { tracking: PARCEL });
      return;
    case "fulfilled":
      await fulfilRedemption(handler, redemptionId, told);
      return;
    case "cancelled":
      if (note === undefined) await cancelRedemption(acting({ kind: "member", memberId }), redemptionId);
      else await cancelRedemption(acting(cast.owner), redemptionId, { reason: note });
      return;
    case "reversed":
      await reverseRedemption(acting(cast.owner), redemptionId, { reason: note ?? `${reward}: taken back` });
      return;
    case "used": {
      const voucher = await db().voucher.findFirst({ where: { programId, redemptionId, state: "issued" } });
      if (voucher === null) return;
      const store = STORES[number % STORES.length]?.name;
      await takeAtCounter(acting(cast.cashier), voucher.code, { store, key: newId() });
    }
  }
}

/** Those who act in it, once everybody is there. */
export async function castFor(programId: string, owner: Actor, amira: string): Promise<Cast> {
  const cashier = await actorOf("theo@beanandcrumb.example", "cashier");
  return { owner, cashier, partner: await supplier(programId), amira };
}
