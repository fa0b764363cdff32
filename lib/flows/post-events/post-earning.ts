import {
  type CompiledRuleSet,
  type EngineAward,
  type EngineMember,
  type EngineState,
  evaluate,
  type HistoryRow,
  hasGiven,
  statusOf,
  type Verdict,
  verdictsInWords,
} from "@/lib/campaigns";
import { assert, present } from "@/lib/core/assert";
import { localDay } from "@/lib/core/calendar";
import type { ClaimedEvent } from "@/lib/events";
import { SPENDABLE_POINT_TYPE } from "@/lib/programs";
import type { CampaignOutcome } from "@/lib/wallet";
import {
  bookAwards,
  type Cap,
  type DecisionOutcome,
  type PackedVerdict,
  packOutcome,
  planActivation,
  planEarning,
} from "@/lib/wallet";
import { EventPosting } from "./event-posting";
import { phraseBookOf } from "./phrase-book-of";
import { type SliceDesk, sumOf } from "./slice-desk";
import { type EventOf, purchaseKey } from "./slice-state";

/** What the rules read of a member at the desk: as the events before left it. */
class DeskState implements EngineState {
  readonly #desk: SliceDesk;
  readonly member: EngineMember;

  constructor(desk: SliceDesk, member: EngineMember) {
    this.#desk = desk;
    this.member = member;
  }

  capUse(campaignId: string, limitNo: number, windowStart: string): number {
    return this.#desk.records.capUse({ campaignId, limitNo, memberId: this.member.memberId, windowStart });
  }

  budgetUse(campaignId: string, limitNo: number, windowStart: string): number {
    return this.#desk.records.budgets.used({ campaignId, limitNo, windowStart });
  }

  history(counterKey: string): readonly HistoryRow[] {
    return this.#desk.history.rowsOf(this.member.memberId, counterKey);
  }
}

/** Posts what the campaigns give for a purchase or a custom event, which may also make pending points active. */
export function postEarning(
  desk: SliceDesk,
  event: ClaimedEvent,
  payload: EventOf<"purchase" | "custom">,
): void {
  const { ruleSet, program } = desk.state;
  const { memberId, occurredAt } = event;
  const member = desk.benefits.memberOf(memberId);
  assert(member, "the slice has loaded each of its members");
  const happened = { type: event.type, occurredAt, payload };
  const { verdicts, awards, shortages } = evaluate(ruleSet, new DeskState(desk, member), happened);
  const posting = new EventPosting(desk.book, event, program.timeZone);
  const activated = payload.type === "custom" ? activate(desk, posting, event, payload) : 0;
  const booked: DecisionOutcome["awards"] = [];
  const waiting: NonNullable<DecisionOutcome["waiting"]> = [];
  let points = 0;
  let paid = 0;
  for (const [pointTypeNo, own] of byPointType(desk, awards)) {
    const credits = own
      .filter((award) => award.points > 0)
      .map(({ campaignId, points }) => ({
        campaignId,
        points,
        terms: desk.earnedTerms(campaignId, occurredAt),
      }));
    const movements = planEarning(desk.book.purseOf(memberId, pointTypeNo).owed, credits);
    const { lots } = posting.post(movements, pointTypeNo);
    if (pointTypeNo === SPENDABLE_POINT_TYPE) {
      points = own.reduce((sum, award) => sum + award.points, 0);
      paid = sumOf(movements, "debt_payment");
      for (const movement of movements) {
        if (movement.kind !== "earn" || movement.terms.state === "active") continue;
        const until = movement.terms.activatesOn ?? movement.terms.activatesBy ?? "";
        waiting.push({ points: movement.amount, until });
      }
    }
    bookAwards(own, lots, pointTypeNo).forEach(({ campaignId, points: given, lines, lot }, index) => {
      const { caps } = present(own[index], "one booked award for each");
      booked.push({
        campaignId,
        points: given,
        lines,
        lot,
        pointTypeNo,
        caps: caps.map(capOf),
        returns: ruleSet.terms.get(campaignId)?.returns,
      });
    });
  }
  for (const { campaignId, points: amount, caps } of awards) {
    desk.records.count(campaignId, amount, 1);
    for (const cap of caps) desk.records.changeLimit(campaignId, memberId, capOf(cap));
  }
  for (const { missing, ...key } of shortages) desk.records.budgets.miss(key, missing);
  const benefits = giveBenefits(desk, event, payload, awards);
  const outcome: DecisionOutcome = {
    subject:
      payload.type === "purchase"
        ? {
            type: "purchase",
            amountMinor: payload.amountMinor,
            currency: payload.currency,
            store: payload.store,
          }
        : { type: "custom", name: payload.name },
    campaigns: [],
    awards: booked,
    debt: { paid, made: 0 },
    ...(waiting.length > 0 && { waiting }),
    ...(activated > 0 && { activated }),
    ...(benefits.length > 0 && { benefits }),
    ...posting.others(),
  };
  const { campaigns: _, ...own } = outcome;
  const stored = packOutcome(own, phraseBookOf(ruleSet), event.type, verdicts.map(packed));
  desk.records.record(event, outcome, points, posting.result(), stored);
  desk.history.count(memberId, happened);
  if (payload.type === "purchase") {
    desk.addPurchase(purchaseKey(payload.source, payload.id), () => ({
      eventId: event.eventId,
      memberId,
      occurredAt,
      payload,
      // Those that gave something are all that a return asks for.
      outcome: { ...outcome, campaigns: giversOf(ruleSet, event.type, verdicts) },
      returned: new Map(),
    }));
  }
}

/** A change of a limit as outcomes keep it: that it is the member's own goes without saying. */
function capOf({ per, limitNo, windowStart, used }: EngineAward["caps"][number]): Cap {
  return { ...(per === "campaign" && { per }), limitNo, windowStart, used };
}

/** What the campaigns give besides points. */
function giveBenefits(
  desk: SliceDesk,
  { eventId, memberId, type, occurredAt }: ClaimedEvent,
  payload: EventOf<"purchase" | "custom">,
  awards: readonly EngineAward[],
): NonNullable<DecisionOutcome["benefits"]> {
  const chain = payload.type === "custom" ? (payload.chain ?? 0) : 0;
  const cause = { causeId: eventId, memberId, occurredAt, chain };
  return awards.flatMap(({ campaignId, benefits }) => {
    if (benefits.length === 0) return [];
    const campaigns = desk.state.ruleSet.byType.get(type) ?? [];
    const giver = campaigns.find((campaign) => campaign.campaignId === campaignId);
    return desk.benefits.give(cause, present(giver, "an award is one campaign's"), benefits);
  });
}

function giversOf(
  { byType, phrases }: CompiledRuleSet,
  type: string,
  verdicts: readonly Verdict[],
): CampaignOutcome[] {
  const campaigns = byType.get(type) ?? [];
  const givers: CampaignOutcome[] = [];
  for (const [place, verdict] of verdicts.entries()) {
    if (!hasGiven(verdict)) continue;
    const campaign = present(campaigns[place], "each verdict is one campaign's");
    givers.push(...verdictsInWords([campaign], phrases, [verdict]));
  }
  return givers;
}

function packed(verdict: Verdict): PackedVerdict {
  if (typeof verdict !== "object") return verdict;
  const { reason, desired, granted } = verdict;
  const status = statusOf(verdict);
  // Whether something was given shows in the points, but for benefits and for what was held back.
  const isPlain = status === (granted > 0 ? "fired" : "not");
  return isPlain ? [reason, desired, granted] : [reason, desired, granted, status];
}

/** Makes active what waited for the event. @returns points of the spendable type */
function activate(
  desk: SliceDesk,
  posting: EventPosting,
  { memberId, occurredAt }: ClaimedEvent,
  payload: EventOf<"custom">,
): number {
  const { purchaseId, purchaseSource } = payload.attributes ?? {};
  const purchase =
    typeof purchaseId === "string"
      ? (desk.purchaseOf(purchaseKey(String(purchaseSource ?? payload.source), purchaseId)) ?? "unknown")
      : null;
  if (purchase === "unknown") return 0;
  let activated = 0;
  for (const pointTypeNo of desk.pointTypes.keys()) {
    const purse = desk.book.purseOf(memberId, pointTypeNo);
    const movements = planActivation(
      purse,
      ({ waiting, causeId }) =>
        waiting?.activatesBy === payload.name && (purchase === null || causeId === purchase.eventId),
      occurredAt,
      localDay(occurredAt, desk.state.program.timeZone),
    );
    posting.post(movements, pointTypeNo);
    if (pointTypeNo === SPENDABLE_POINT_TYPE) activated = sumOf(movements, "activate");
  }
  return activated;
}

function byPointType(desk: SliceDesk, awards: readonly EngineAward[]): Map<number, EngineAward[]> {
  const groups = new Map<number, EngineAward[]>();
  for (const award of awards) {
    const { pointTypeNo } = present(desk.state.ruleSet.terms.get(award.campaignId), "a campaign has terms");
    const group = groups.get(pointTypeNo);
    if (group) group.push(award);
    else groups.set(pointTypeNo, [award]);
  }
  return groups;
}
