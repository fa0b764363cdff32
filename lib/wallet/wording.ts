import type { DecisionOutcome } from "./outcome";

/** How a program speaks of points and money. */
export type Wording = {
  /** BCP 47 */
  locale: string;
  /** What the program calls its points, such as "points". */
  pointName: string;
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

function whatHappened({ subject }: DecisionOutcome, { locale }: Wording): string {
  switch (subject.type) {
    case "purchase":
      return `${money(subject.amountMinor, subject.currency, locale)}${at(subject.store)}`;
    case "return": {
      const total = money(subject.amountMinor, subject.currency, locale);
      return `${subject.isComplete ? "Return of" : "Return from"} ${total}${at(subject.store)}`;
    }
    case "custom":
      return nameInWords(subject.name);
  }
}

function whatFor({ subject, campaigns, takenBack = [], debt }: DecisionOutcome, wording: Wording): string {
  if (subject.type === "return") {
    const names = takenBack.map(({ name }) => name).join(", ");
    const owed = debt.made > 0 ? `, ${points(debt.made, wording)} owed` : "";
    return names === "" ? `no ${wording.pointName} to take back` : `${names} taken back${owed}`;
  }
  const names = campaigns.filter(({ granted }) => granted > 0).map(({ name }) => name);
  const paid = debt.paid > 0 ? `, ${points(debt.paid, wording)} paid off what was owed` : "";
  return names.length === 0 ? `no ${wording.pointName}` : `${names.join(", ")}${paid}`;
}

/** Every part of what an event gave or took, each with its reason. */
export function explain(outcome: DecisionOutcome, wording: Wording): ExplanationLine[] {
  const lines: ExplanationLine[] = outcome.campaigns
    .filter(({ fired }) => fired)
    .map(({ name, granted, reason }) => ({ title: name, points: granted, reason }));
  for (const { name, points: taken } of outcome.takenBack ?? []) {
    lines.push({ title: name, points: -taken, reason: "What the returned goods had earned." });
  }
  const { paid, made } = outcome.debt;
  if (paid > 0) {
    const reason = `Went towards ${wording.pointName} that were owed after a return.`;
    lines.push({ title: "Debt paid", points: -paid, reason });
  }
  if (made > 0) {
    const reason = `These ${wording.pointName} had been spent already. What you earn next pays for them first.`;
    lines.push({ title: "Owed", points: made, reason });
  }
  return lines;
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
