import type { DecisionOutcome, Subject } from "../outcome";
import type { ActivityEntry } from "../schema";
import type { ExplanationLine } from "../wording";
import { type MemberWording, Reader } from "./reader";
import { tellBenefits } from "./tell-benefits";
import { tellCampaigns, tellNotFired } from "./tell-campaigns";
import { tellHeadline } from "./tell-headline";

/** A line of activity in the words for the member whose points moved: what happened, why, and every part of it. */
export function tellEntry(
  outcome: DecisionOutcome,
  wording: MemberWording,
): Pick<ActivityEntry, "reason" | "headline" | "explanation" | "notFired"> {
  const reader = new Reader(wording);
  const headline = tellHeadline(outcome, reader);
  return {
    reason: reader.say("line", headline),
    headline,
    explanation: [
      ...tellCampaigns(outcome, reader),
      ...tellReturned(outcome, reader),
      ...tellBenefits(outcome, reader),
      ...tellSubject(outcome.subject, reader),
      ...tellRest(outcome, reader),
    ],
    notFired: tellNotFired(outcome, reader),
  };
}

/** What a return took back by campaign, or what the reversal of one changed. */
function tellReturned({ subject, takenBack = [], grace, debt }: DecisionOutcome, reader: Reader) {
  const moved = takenBack.filter(({ points }) => points !== 0);
  if (subject.type !== "reversal") {
    const reason = reader.say("because.returned");
    return moved.map(({ name, points }): ExplanationLine => ({ title: name, points: -points, reason }));
  }
  const lines: ExplanationLine[] = moved.map(({ name, points }) => ({
    title: name,
    points: -points,
    reason: reader.say(points > 0 ? "because.hadGiven" : "because.hadTaken"),
  }));
  if (grace !== undefined) {
    const values = { points: reader.points(grace.points), day: reader.formats.day(grace.until) };
    lines.push(note(reader.say("title.moreTime"), reader.say("because.grace", values)));
  }
  if (debt.paid > 0) {
    const reason = reader.say("because.notAsked", { points: reader.points(debt.paid) });
    lines.push(note(reader.say("title.noLongerOwed"), reason));
  }
  if (lines.length === 0 && debt.made === 0) {
    lines.push(note(reader.say("title.undone"), reader.say("because.undone")));
  }
  return lines;
}

/** What the line itself has to explain, beside what campaigns gave. */
function tellSubject(subject: Subject, reader: Reader): ExplanationLine[] {
  switch (subject.type) {
    case "purchase":
    case "return":
    case "custom":
    case "activation":
    case "reversal":
      return [];
    case "adjustment": {
      if (subject.points === undefined) return [];
      const title = reader.say(subject.points < 0 ? "title.takenOff" : "title.credited");
      // Points of another type are in the headline: the column is of the spendable ones.
      const points = subject.pointName === undefined ? subject.points : 0;
      return [{ title, points, reason: subject.reason }];
    }
    case "hold": {
      const reason = reader.say("because.held", { points: reader.points(subject.points) });
      return [note(reader.say("title.hold"), reason)];
    }
    case "release": {
      const values = { points: reader.points(subject.points), timedOut: subject.timedOut };
      return [note(reader.say("title.release"), reader.say("because.released", values))];
    }
    case "spend": {
      const sentence = reader.say(
        subject.holdId === undefined ? "because.spentSoonest" : "because.spentHeld",
      );
      const { reference } = subject;
      const reason =
        reference === undefined ? sentence : reader.say("because.reference", { sentence, reference });
      return [note(reader.say("title.spend"), reason)];
    }
    case "expiry": {
      if (subject.pointName !== undefined) return [];
      const reason = reader.say("because.expired", { day: reader.formats.day(subject.day) });
      return [{ title: reader.say("title.expired"), points: -subject.points, reason }];
    }
    case "transfer_out":
    case "pool_out":
      return [note(reader.say("title.passedOn"), reader.say("because.passedOn"))];
    case "transfer_in":
    case "pool_in": {
      const reason = reader.say(subject.sentBack ? "because.couldNotArrive" : "because.keepsDay");
      return [note(reader.say("title.passedOn"), reason)];
    }
  }
}

/** What waits, what became usable, what was forgiven, paid or owed. */
function tellRest(outcome: DecisionOutcome, reader: Reader): ExplanationLine[] {
  const { subject, waiting = [], activated = 0, forgiven = 0, debt } = outcome;
  const lines = waiting.map(({ points, until }) => {
    const values = { points: reader.points(points) };
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(until);
    const reason = isDay
      ? reader.say("because.pendingFrom", { ...values, day: reader.formats.day(until) })
      : reader.say("because.pendingAfter", { ...values, event: reader.quoted(reader.eventName(until)) });
    return note(reader.say("title.pending"), reason);
  });
  if (activated > 0) {
    const reason = reader.say("because.activated", { points: reader.points(activated) });
    lines.push({ title: reader.say("title.activated"), points: activated, reason });
  }
  if (forgiven > 0) {
    const reason = reader.say("because.forgiven", { points: reader.points(forgiven) });
    lines.push(note(reader.say("title.kept"), reason));
  }
  if (debt.paid > 0 && subject.type !== "reversal") {
    const reason = reader.say("because.debtPaid");
    lines.push({ title: reader.say("title.debtPaid"), points: -debt.paid, reason });
  }
  if (debt.made > 0) {
    lines.push({ title: reader.say("title.owed"), points: debt.made, reason: reader.say("because.owed") });
  }
  return lines;
}

function note(title: string, reason: string): ExplanationLine {
  return { title, points: 0, reason };
}
