import type { BenefitOutcome, DecisionOutcome, WithdrawalOutcome } from "./outcome";

type Part = { title: string; points: number; reason: string };
type Reader = { day: (iso: string) => string };

/** Kinds that are the program's own affair: members do not read of them. */
const INTERNAL: ReadonlySet<BenefitOutcome["kind"]> = new Set(["tag", "segment", "webhook"]);

export function isForMembers({ kind }: Pick<BenefitOutcome, "kind">): boolean {
  return !INTERNAL.has(kind);
}

/** What campaigns gave besides points, and what was taken back of it, each with its campaign. */
export function benefitsExplained(
  { campaigns, benefits = [], withdrawn = [] }: DecisionOutcome,
  reader: Reader,
): Part[] {
  const names = new Map(campaigns.map(({ campaignId, name }) => [campaignId, name]));
  const given = benefits
    .filter((benefit) => !benefit.unchanged)
    .map((benefit) => ({
      title: names.get(benefit.campaignId) ?? "A campaign",
      points: 0,
      reason: `${upperFirst(givenWords(benefit, reader))}.`,
    }));
  const taken = withdrawn.map((benefit) => ({
    title: benefit.name,
    points: 0,
    reason: `${upperFirst(takenWords(benefit))}.`,
  }));
  return [...given, ...taken];
}

/** Names of what was given, for the headline: “Free coffee”. Only what a member holds afterwards. */
export function benefitNames({ benefits = [] }: Pick<DecisionOutcome, "benefits">): string[] {
  return benefits.flatMap(({ kind, what, unchanged, progress }) => {
    if (kind === "tier" && !unchanged) return `tier ${nameOf(what)}`;
    if (kind === "voucher") return `voucher “${what}”`;
    if (kind === "badge") return `badge “${what}”`;
    return kind === "progress" && progress ? `${what} ${standingWords(progress)}` : [];
  });
}

function givenWords({ kind, what, removes, until, progress }: BenefitOutcome, { day }: Reader): string {
  switch (kind) {
    case "voucher":
      return `the voucher “${what}”${until === undefined ? "" : `, to be used until ${day(until)}`}`;
    case "badge":
      return `the badge “${what}”`;
    case "progress":
      return `“${what}”${progress ? `: ${standingWords(progress)}` : ""}`;
    case "tier":
      return `the tier ${nameOf(what)}`;
    case "tag":
      return removes ? `the tag “${what}” taken away` : `the tag “${what}”`;
    case "segment":
      return removes ? `taken off the segment “${what}”` : `put into the segment “${what}”`;
    case "notify":
      return `the message “${what}”`;
    case "webhook":
      return `a call about “${what}”`;
  }
}

function standingWords({ now, goal, completed }: NonNullable<BenefitOutcome["progress"]>): string {
  if (completed === 0) return `${now} of ${goal}`;
  return now === 0 ? `${goal} of ${goal}, complete` : `complete, and ${now} of ${goal} of the next`;
}

function takenWords({ kind, what, removes, stays }: WithdrawalOutcome): string {
  const thing = THINGS[kind](what);
  if (!stays) return removes ? `${thing} given back` : `${thing} taken back with the goods`;
  switch (kind) {
    case "voucher":
      return `${thing} had been used and stays so`;
    case "notify":
      return `${thing} had been sent`;
    case "webhook":
      return `${thing} had been made`;
    default:
      return `${thing} stays as it has been set since`;
  }
}

const THINGS: Record<BenefitOutcome["kind"], (what: string) => string> = {
  voucher: (what) => `the voucher “${what}”`,
  badge: (what) => `the badge “${what}”`,
  progress: (what) => `the progress in “${what}”`,
  tier: (what) => `the tier ${nameOf(what)}`,
  tag: (what) => `the tag “${what}”`,
  segment: (what) => `the place in the segment “${what}”`,
  notify: (what) => `the message “${what}”`,
  webhook: (what) => `the call about “${what}”`,
};

/** `black-card` → `Black card` */
function nameOf(code: string): string {
  return upperFirst(code.replace(/[_-]+/g, " "));
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
