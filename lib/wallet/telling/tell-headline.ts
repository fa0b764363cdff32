import { isOccasion, type OccasionName } from "@/lib/occasions/schema";
import type { DecisionOutcome, Subject } from "../outcome";
import { type PassingSubject, POOL_DISSOLVED } from "../passing-words";
import type { Reader } from "./reader";
import { namesOfGains } from "./tell-benefits";

/** The two halves of a line: what happened, and what the points were for. */
export function tellHeadline(outcome: DecisionOutcome, reader: Reader): { what: string; why: string } {
  return { what: tellWhat(outcome.subject, reader), why: tellWhy(outcome, reader) };
}

function tellWhat(subject: Subject, reader: Reader): string {
  switch (subject.type) {
    case "purchase":
      return reader.say("what.purchase", placeOf(subject, reader));
    case "return":
      return reader.say("what.return", { ...placeOf(subject, reader), isComplete: subject.isComplete });
    case "custom":
      return isOccasion(subject.name)
        ? reader.say("what.occasion", { kind: OCCASIONS[subject.name] })
        : reader.eventName(subject.name);
    case "adjustment":
      return reader.say((subject.points ?? 0) < 0 ? "what.takenOff" : "what.credited");
    case "hold":
      return reader.say("what.hold");
    case "release":
      return reader.say("what.release", { timedOut: subject.timedOut });
    case "spend":
      if (subject.redemptionId !== undefined)
        return reader.say("what.redeemed", { reward: reader.purpose(subject.reason) });
      return subject.member === undefined
        ? reader.say("what.spent")
        : reader.say("what.spentBy", { name: reader.counterpart() });
    case "expiry":
      return reader.say("what.expired", { day: reader.formats.day(subject.day) });
    case "activation":
      return reader.say(subject.pointName === undefined ? "what.activated" : "what.activatedOther");
    case "transfer_out":
    case "transfer_in":
    case "pool_out":
    case "pool_in":
      return tellPassing(subject, reader);
    case "reversal":
      return reader.say("what.reversed", { of: subject.of });
  }
}

const OCCASIONS: Readonly<Record<OccasionName, string>> = {
  "member.joined": "joined",
  "member.birthday": "birthday",
  "segment.entered": "other",
  "segment.left": "other",
  "tier.changed": "tier",
  "challenge.completed": "challenge",
  "referral.completed": "referral",
  "member.referred": "joined",
};

type Shopping = Extract<Subject, { type: "purchase" | "return" }>;

function placeOf({ amountMinor, currency, store }: Shopping, reader: Reader) {
  return {
    total: reader.formats.money(amountMinor, currency),
    hasStore: store !== undefined,
    store: store === undefined ? "" : reader.name(store),
  };
}

function tellPassing(subject: PassingSubject, reader: Reader): string {
  const name = reader.counterpart();
  switch (subject.type) {
    case "transfer_out":
      return reader.say("what.sent", { name });
    case "transfer_in":
      return reader.say(subject.sentBack ? "what.cameBack" : "what.received", { name });
    case "pool_out":
      return subject.member === undefined
        ? reader.say("what.shared", { name: reader.quoted(subject.name) })
        : reader.say("what.paidOut", { name });
    case "pool_in":
      if (subject.member !== undefined) {
        return reader.say(subject.sentBack ? "what.cameBack" : "what.sharedBy", { name });
      }
      return reader.say(subject.sentBack ? "what.cameBack" : "what.fromPool", {
        name: reader.quoted(subject.name),
      });
  }
}

function tellWhy(outcome: DecisionOutcome, reader: Reader): string {
  const { subject } = outcome;
  if (subject.type === "return") return tellTakenBack(outcome, reader);
  if (subject.type !== "purchase" && subject.type !== "custom") return tellPurpose(subject, outcome, reader);
  const { campaigns, benefits = [], debt } = outcome;
  const names = campaigns.flatMap((campaign) => {
    const own = benefits.filter(({ campaignId }) => campaignId === campaign.campaignId);
    const name = reader.name(reader.campaignTitle(outcome, campaign.campaignId));
    const gains = namesOfGains(own, reader);
    if (gains.length > 0) return reader.say("why.campaign", { name, gains: gains.join(", ") });
    return campaign.granted > 0 ? name : [];
  });
  if (names.length === 0) return reader.say("why.nothing", { name: reader.pointName() });
  return withPaid(names.join(", "), debt.paid, reader);
}

function tellTakenBack({ takenBack = [], debt }: DecisionOutcome, reader: Reader): string {
  const names = takenBack.filter(({ points }) => points !== 0).map(({ name }) => reader.name(name));
  if (names.length === 0) return reader.say("why.nothingBack", { name: reader.pointName() });
  const values = { names: names.join(", "), points: reader.points(debt.made) };
  return debt.made > 0
    ? reader.say("why.takenBackOwed", values)
    : reader.say("why.takenBack", { names: values.names });
}

function withPaid(why: string, paid: number, reader: Reader, name?: string): string {
  return paid > 0 ? reader.say("why.paid", { why, points: reader.points(paid, name) }) : why;
}

type Operation = Exclude<Subject, { type: "purchase" | "return" | "custom" }>;

/** What an operation was for, in the words of whoever did it where there are any. */
function tellPurpose(subject: Operation, { debt }: DecisionOutcome, reader: Reader): string {
  switch (subject.type) {
    case "expiry":
      return subject.pointName === undefined
        ? reader.say("why.expired", { points: reader.points(subject.points) })
        : reader.say("why.counted", { points: reader.points(subject.points, subject.pointName) });
    case "activation":
      return reader.say("why.activated", { points: reader.points(subject.points, subject.pointName) });
    case "transfer_out":
    case "transfer_in":
    case "pool_out":
    case "pool_in":
      return tellPassingPurpose(subject, reader);
    case "hold":
    case "release":
      return reader.say("why.purpose", {
        points: reader.points(subject.points),
        reason: reader.purpose(subject.reason),
      });
    case "spend":
      return subject.points === undefined ? subject.reason : reader.points(subject.points);
    case "reversal":
      return subject.reason;
    case "adjustment": {
      const { reason, pointName, points = 0 } = subject;
      const why =
        pointName === undefined
          ? reason
          : reader.say("why.adjusted", {
              points: reader.points(Math.abs(points), pointName),
              reason: reader.name(reason),
            });
      return withPaid(why, debt.paid, reader, pointName);
    }
  }
}

function tellPassingPurpose(subject: PassingSubject, reader: Reader): string {
  switch (subject.type) {
    case "transfer_in":
      if (subject.sentBack) return reader.say("why.left");
      return subject.message === undefined ? reader.say("why.gift") : reader.quoted(subject.message);
    case "transfer_out":
      return subject.message === undefined ? reader.say("why.gift") : reader.quoted(subject.message);
    case "pool_out":
      if (subject.reason === POOL_DISSOLVED) return reader.say("why.shareOut");
      return subject.reason ?? reader.say(subject.member === undefined ? "why.everybody" : "why.paidOut");
    case "pool_in":
      if (subject.reason === POOL_DISSOLVED) return reader.say("why.shareOut");
      if (!subject.sentBack) {
        return subject.reason ?? reader.say(subject.member === undefined ? "why.paidOut" : "why.everybody");
      }
      return reader.say(subject.member === undefined ? "why.dissolved" : "why.left");
  }
}
