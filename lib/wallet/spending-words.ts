import type { DecisionOutcome, Subject } from "./outcome";

type Part = { title: string; points: number; reason: string };
type SpendingSubject = Extract<Subject, { type: "hold" | "release" | "spend" }>;

/**
 * What setting aside, giving back and spending mean for whoever reads of it.
 * @param points so many points, in words
 */
export function spendingExplained(subject: SpendingSubject, points: (amount: number) => string): Part {
  switch (subject.type) {
    case "hold":
      return {
        title: "Set aside",
        points: 0,
        reason: `${points(subject.points)} are kept for this. They can be used again by themselves if it comes to nothing.`,
      };
    case "release":
      return {
        title: "Given back",
        points: 0,
        reason: subject.timedOut
          ? `${points(subject.points)} were kept for this, and its time is over.`
          : `${points(subject.points)} that were kept for this were not needed.`,
      };
    case "spend": {
      const how =
        subject.holdId === undefined ? "Those that expire soonest went first." : "They had been set aside.";
      return {
        title: "Spent",
        points: 0,
        reason: subject.reference === undefined ? how : `${how} Reference ${subject.reference}.`,
      };
    }
  }
}

/**
 * What a reversal changed: by campaign, what was owed, and what came back after its last day.
 * @param words how many points, and a day, in words
 */
export function reversalExplained(
  { takenBack = [], grace, debt }: Pick<DecisionOutcome, "takenBack" | "grace" | "debt">,
  words: { points: (amount: number) => string; day: (iso: string) => string },
): Part[] {
  const parts = takenBack
    .filter(({ points }) => points !== 0)
    .map(({ name, points }): Part => {
      const reason = points > 0 ? "What it had given." : "What the return had taken back.";
      return { title: name, points: -points, reason };
    });
  if (grace !== undefined) {
    const reason = `${words.points(grace.points)} had expired meanwhile and can be used until ${words.day(grace.until)}.`;
    parts.push({ title: "More time", points: 0, reason });
  }
  if (debt.paid > 0) {
    parts.push({
      title: "No longer owed",
      points: 0,
      reason: `${words.points(debt.paid)} are not asked back.`,
    });
  }
  if (parts.length === 0 && debt.made === 0) {
    parts.push({ title: "Undone", points: 0, reason: "As if it had not happened." });
  }
  return parts;
}
