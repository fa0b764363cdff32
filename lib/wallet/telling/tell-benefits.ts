import { isForMembers } from "../benefit-words";
import type { BenefitOutcome, DecisionOutcome, WithdrawalOutcome } from "../outcome";
import type { ExplanationLine } from "../wording";
import type { Reader } from "./reader";

/** What campaigns gave besides points, and what was taken back of it, each with its campaign. */
export function tellBenefits(outcome: DecisionOutcome, reader: Reader): ExplanationLine[] {
  const { benefits = [], withdrawn = [] } = outcome;
  const given = benefits
    .filter((benefit) => !benefit.unchanged && isForMembers(benefit))
    .map((benefit) => ({
      title: reader.campaignTitle(outcome, benefit.campaignId),
      points: 0,
      reason: tellGiven(benefit, reader),
    }));
  const taken = withdrawn
    .filter((benefit) => isForMembers(benefit))
    .map((benefit) => ({ title: benefit.name, points: 0, reason: tellTaken(benefit, reader) }));
  return [...given, ...taken];
}

/** Names of what a member holds afterwards, for the headline: `voucher “Free coffee”`. */
export function namesOfGains(benefits: readonly BenefitOutcome[], reader: Reader): string[] {
  return benefits.flatMap(({ kind, what, unchanged, progress }) => {
    if (kind === "tier" && !unchanged) {
      return reader.say("thing.tier", { name: reader.name(reader.wording.tierName(what)) });
    }
    if (kind === "voucher") return reader.say("thing.voucher", { name: reader.quoted(what) });
    if (kind === "badge") return reader.say("thing.badge", { name: reader.quoted(what) });
    if (kind !== "progress" || progress === undefined) return [];
    return reader.say("thing.challenge", {
      name: reader.name(what),
      standing: tellStanding(progress, reader),
    });
  });
}

function tellGiven({ kind, what, until, progress }: BenefitOutcome, reader: Reader): string {
  const name = reader.quoted(what);
  switch (kind) {
    case "voucher":
      return reader.say("given.voucher", {
        name,
        hasDay: until !== undefined,
        day: until === undefined ? "" : reader.formats.day(until),
      });
    case "badge":
      return reader.say("given.badge", { name });
    case "progress":
      return reader.say("given.progress", {
        name,
        standing: progress === undefined ? "" : tellStanding(progress, reader),
      });
    case "tier":
      return reader.say("given.tier", { name: reader.name(reader.wording.tierName(what)) });
    case "notify":
      return reader.say("given.message", { name });
    case "tag":
    case "segment":
    case "webhook":
      // Between the merchant and its systems.
      return "";
  }
}

function tellStanding(
  { now, goal, completed }: NonNullable<BenefitOutcome["progress"]>,
  reader: Reader,
): string {
  if (completed === 0) return reader.say("standing.open", { now, goal });
  return now === 0 ? reader.say("standing.complete", { goal }) : reader.say("standing.next", { now, goal });
}

function tellTaken({ kind, what, stays }: WithdrawalOutcome, reader: Reader): string {
  const name = kind === "tier" ? reader.name(reader.wording.tierName(what)) : reader.quoted(what);
  return reader.say(stays ? "stays" : "taken", { kind, name });
}
