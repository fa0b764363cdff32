import { SPENDABLE_POINT_TYPE } from "@/lib/programs/schema";
import { benefitNames, benefitsExplained } from "./benefit-words";
import type { DecisionOutcome } from "./outcome";
import { passingExplained, passingInWords, passingPurpose } from "./passing-words";
import { reversalExplained, spendingExplained } from "./spending-words";

/** How a program speaks of points and money to its own people; members are told in `telling/`. */
export type Wording = {
  /** BCP 47 */
  locale: string;
  /** What the program calls its points, such as "points". */
  pointName: string;
  /** What it calls points of its other types. */
  pointTypes?: readonly { pointTypeNo: number; name: string }[];
  /** The other member of a transfer, as the reader may know them. */
  counterpart?: string | undefined;
};

export type ExplanationLine = {
  /** A campaign's name, or what else moved points. */
  title: string;
  /** Points that it gave, negative when taken. */
  points: number;
  /** In plain words. */
  reason: string;
};

/**
 * Why an event moved points, in one line: what happened, and what it was for. For example
 * `12.00 € at Kollwitzstr. · Base rate`.
 */
export function reasonInWords(outcome: DecisionOutcome, wording: Wording): string {
  const { what, why } = headline(outcome, wording);
  return `${what} · ${why}`;
}

/** The two halves of the reason: what happened, and what the points were for. */
export function headline(outcome: DecisionOutcome, wording: Wording): { what: string; why: string } {
  return { what: whatHappened(outcome, wording), why: whatFor(outcome, wording) };
}

/** The campaigns that looked at the event and gave nothing, each with its reason. */
export function notFired(outcome: DecisionOutcome): { title: string; reason: string }[] {
  return outcome.campaigns.filter(({ fired }) => !fired).map(({ name, reason }) => ({ title: name, reason }));
}

function whatHappened({ subject }: DecisionOutcome, wording: Wording): string {
  const { locale } = wording;
  switch (subject.type) {
    case "purchase":
      return `${money(subject.amountMinor, subject.currency, locale)}${at(subject.store)}`;
    case "return": {
      const total = money(subject.amountMinor, subject.currency, locale);
      return `${subject.isComplete ? "Return of" : "Return from"} ${total}${at(subject.store)}`;
    }
    case "custom":
      return nameInWords(subject.name);
    case "adjustment":
      if (subject.file !== undefined) return `Credited from ${subject.file}`;
      return (subject.points ?? 0) < 0 ? "Taken off by hand" : "Credited by hand";
    case "hold":
      return "Set aside";
    case "release":
      return subject.timedOut ? "No longer set aside: the time was up" : "No longer set aside";
    case "spend":
      if (subject.redemptionId !== undefined) return `Redeemed: ${subject.reason}`;
      return subject.member === undefined ? "Spent" : `Spent by ${wording.counterpart ?? "a member"}`;
    case "expiry":
      return `Expired after ${day(subject.day, wording.locale)}`;
    case "activation":
      return subject.pointName === undefined ? "Now yours to use" : "No longer pending";
    case "transfer_out":
    case "transfer_in":
    case "pool_out":
    case "pool_in":
      return passingInWords(subject, wording.counterpart);
    case "reversal":
      return `Reversed: ${KIND_WORDS[subject.of] ?? subject.of}`;
  }
}

/** What a reversal undid. */
const KIND_WORDS: Readonly<Record<string, string>> = {
  purchase: "a purchase",
  return: "a return",
  custom: "an event",
  adjustment: "an adjustment",
  referral: "a reward for an invitation",
  spend: "a redemption",
  expiry: "an expiry",
  transfer_out: "a transfer",
  pool_out: "a contribution to a pool",
  pool_in: "a payment from a pool",
};

function whatFor(
  { subject, campaigns, takenBack = [], debt, benefits = [] }: DecisionOutcome,
  wording: Wording,
): string {
  if (subject.type === "return") {
    const names = takenBack
      .filter(({ points: taken }) => taken !== 0)
      .map(({ name }) => name)
      .join(", ");
    const owed = debt.made > 0 ? `, ${points(debt.made, wording)} owed` : "";
    return names === "" ? `no ${wording.pointName} to take back` : `${names} taken back${owed}`;
  }
  if (subject.type !== "purchase" && subject.type !== "custom") return purposeOf(subject, debt, wording);
  const names = campaigns.flatMap(({ campaignId, name, granted }) => {
    const given = benefitNames({ benefits: benefits.filter((benefit) => benefit.campaignId === campaignId) });
    if (given.length > 0) return `${name}: ${given.join(", ")}`;
    return granted > 0 ? name : [];
  });
  const paid = debt.paid > 0 ? `, ${points(debt.paid, wording)} paid off what was owed` : "";
  return names.length === 0 ? `no ${wording.pointName}` : `${names.join(", ")}${paid}`;
}

type Operation = Exclude<DecisionOutcome["subject"], { type: "purchase" | "return" | "custom" }>;

/** What an operation was for, in the words of whoever did it where there are any. */
function purposeOf(subject: Operation, debt: DecisionOutcome["debt"], wording: Wording): string {
  switch (subject.type) {
    case "expiry":
      return subject.pointName === undefined
        ? `${points(subject.points, wording)} were not used in time`
        : `${points(subject.points, named(subject, wording))} counted until then`;
    case "activation":
      return `${points(subject.points, named(subject, wording))} that were pending`;
    case "transfer_out":
    case "transfer_in":
    case "pool_out":
    case "pool_in":
      return passingPurpose(subject);
    case "hold":
      return `${points(subject.points, wording)} for ${subject.reason}`;
    case "release":
      return `${points(subject.points, wording)} for ${subject.reason}`;
    case "spend":
      return subject.points === undefined ? subject.reason : points(subject.points, wording);
    case "reversal":
      return subject.reason;
    case "adjustment": {
      const own = named(subject, wording);
      const what = subject.pointName === undefined ? "" : `${points(Math.abs(subject.points ?? 0), own)}, `;
      const paid = debt.paid > 0 ? `, ${points(debt.paid, own)} paid off what was owed` : "";
      return `${what}${subject.reason}${paid}`;
    }
  }
}

/** The wording for points of another type than the spendable one, where they are of one. */
function named({ pointName }: { pointName?: string | undefined }, wording: Wording): Wording {
  return pointName === undefined ? wording : { ...wording, pointName };
}

/** Every part of what an event gave or took, each with its reason. */
export function explain(outcome: DecisionOutcome, wording: Wording): ExplanationLine[] {
  const lines = campaignsExplained(outcome, wording);
  const { paid, made } = outcome.debt;
  const { subject } = outcome;
  const inWords = {
    points: (amount: number) => points(amount, wording),
    day: (iso: string) => day(iso, wording.locale),
  };
  if (subject.type === "reversal") lines.push(...reversalExplained(outcome, inWords));
  else {
    for (const { name, points: taken } of outcome.takenBack ?? []) {
      if (taken !== 0)
        lines.push({ title: name, points: -taken, reason: "What the returned goods had earned." });
    }
  }
  lines.push(...benefitsExplained(outcome, inWords));
  if (subject.type === "adjustment" && subject.points !== undefined) {
    const title = subject.points < 0 ? "Taken off" : "Credited";
    // Points of another type are in the headline: the column is of the spendable ones.
    const isSpendable = subject.pointName === undefined;
    lines.push({ title, points: isSpendable ? subject.points : 0, reason: subject.reason });
  }
  if (subject.type === "hold" || subject.type === "release" || subject.type === "spend") {
    lines.push(spendingExplained(subject, inWords.points));
  }
  if (
    subject.type === "transfer_out" ||
    subject.type === "transfer_in" ||
    subject.type === "pool_out" ||
    subject.type === "pool_in"
  ) {
    const reason = passingExplained(subject, wording.pointName);
    lines.push({ title: "Passed on", points: 0, reason });
  }
  for (const { points: amount, until } of outcome.waiting ?? []) {
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(until);
    const when = isDay ? `from ${day(until, wording.locale)} on` : `after “${nameInWords(until)}”`;
    lines.push({ title: "Pending", points: 0, reason: `${points(amount, wording)} can be used ${when}.` });
  }
  if (outcome.activated) {
    const reason = `${points(outcome.activated, wording)} that were pending can be used now.`;
    lines.push({ title: "Activated", points: outcome.activated, reason });
  }
  if (subject.type === "expiry" && subject.pointName === undefined) {
    const reason = `These could be used until ${day(subject.day, wording.locale)}.`;
    lines.push({ title: "Expired", points: -subject.points, reason });
  }
  if (outcome.forgiven) {
    const reason = `${points(outcome.forgiven, wording)} had been spent already and are not asked back.`;
    lines.push({ title: "Kept", points: 0, reason });
  }
  if (paid > 0 && subject.type !== "reversal") {
    const reason = `Went towards ${wording.pointName} that were owed.`;
    lines.push({ title: "Debt paid", points: -paid, reason });
  }
  if (made > 0) {
    const reason = `These ${wording.pointName} had been spent already. What you earn next pays for them first.`;
    lines.push({ title: "Owed", points: made, reason });
  }
  return lines;
}

/** What each campaign gave that fired; points of another type than the spendable one are named in its reason. */
function campaignsExplained(
  { campaigns, awards, benefits = [] }: DecisionOutcome,
  wording: Wording,
): ExplanationLine[] {
  const typeOf = new Map(awards.map(({ campaignId, pointTypeNo }) => [campaignId, pointTypeNo]));
  return campaigns
    .filter(({ campaignId, fired, granted }) => {
      const own = benefits.filter((benefit) => benefit.campaignId === campaignId);
      // Those that gave benefits alone are told by these.
      const isToldElsewhere = own.some(({ unchanged }) => !unchanged);
      return fired && !(granted === 0 && own.length > 0 && isToldElsewhere);
    })
    .map(({ campaignId, name, granted, reason }) => {
      const pointTypeNo = typeOf.get(campaignId) ?? SPENDABLE_POINT_TYPE;
      if (pointTypeNo === SPENDABLE_POINT_TYPE) return { title: name, points: granted, reason };
      const pointName = wording.pointTypes?.find((type) => type.pointTypeNo === pointTypeNo)?.name;
      const given = points(granted, { ...wording, pointName: pointName ?? "points of another kind" });
      return { title: name, points: 0, reason: `${reason} It gave ${given}.` };
    });
}

function at(store: string | undefined): string {
  return store === undefined ? "" : ` at ${store}`;
}

/** `store_visit` → `Store visit` */
function nameInWords(name: string): string {
  const words = name.replace(/[_.-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function points(amount: number, { locale, pointName }: Wording): string {
  return `${number(locale).format(amount)} ${pointName}`;
}

function day(iso: string, locale: string): string {
  return new Date(`${iso}T00:00:00Z`).toLocaleDateString(locale, { dateStyle: "medium", timeZone: "UTC" });
}

const numbers = new Map<string, Intl.NumberFormat>();
const currencies = new Map<string, { format: Intl.NumberFormat; unit: number }>();

function number(locale: string): Intl.NumberFormat {
  const known = numbers.get(locale);
  if (known) return known;
  const made = new Intl.NumberFormat(locale);
  numbers.set(locale, made);
  return made;
}

function money(amountMinor: number, currency: string, locale: string): string {
  const key = `${locale} ${currency}`;
  let found = currencies.get(key);
  if (!found) {
    const format = new Intl.NumberFormat(locale, { style: "currency", currency });
    found = { format, unit: 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) };
    currencies.set(key, found);
  }
  return found.format.format(amountMinor / found.unit);
}
