import "server-only";
import { systemCtx } from "@/lib/auth/context";
import { writeBenefits } from "@/lib/benefits";
import { addCampaignTotals, type CompiledRuleSet, writeBudgets } from "@/lib/campaigns";
import { type Clock, systemClock } from "@/lib/core/clock";
import { askTogether, isFaultOfContent, type SqlTx, withDriverTx, withTx } from "@/lib/db";
import { type ClaimedEvent, claimQueued, dropQueued, insertDeadLetters, queueArrivals } from "@/lib/events";
import { addHistory, knownHistory } from "@/lib/history";
import { isAnybodyReferred, notePurchases, noteReturns, type PostedPurchase } from "@/lib/referrals";
import {
  announcePoints,
  insertPhraseBook,
  type LockedLane,
  loadCaps,
  loadPurses,
  lockLane,
  type PhraseBook,
  writeCaps,
  writePosting,
  writeReturnedLines,
} from "@/lib/wallet";
import { isBookKept, noteKeptBook } from "./kept-books";
import { phraseBookOf } from "./phrase-book-of";
import { deadLetterOf, planSlice, windowsOf } from "./plan-slice";
import { loadRuleSet } from "./rule-sets";
import { loadBenefits } from "./slice-benefits";
import { BudgetsUnsettled, BudgetTurns, loadBudgets } from "./slice-budgets";
import type { SlicePlan } from "./slice-state";
import { loadDeparted, loadMembers, loadPurchases, lockWaitingLane } from "./sql";

export const MAX_SLICE = 1_000;
const MAX_SLICE_WITH_WHOLE_BUDGETS = 200;

export type SliceReport = {
  programId: string;
  lane: number;
  /** Events taken from the queue. */
  claimed: number;
  posted: number;
  deadLettered: number;
  transfers: number;
  /** Points issued less points taken back. */
  points: number;
};

type SliceRequest = {
  /** Only this program's lanes. */
  programId?: string;
  /** Only this lane. */
  lane?: number;
  /** Most events to take. */
  limit?: number;
  clock?: Clock;
};

/**
 * Posts the oldest events of one lane: the lane whose first event has waited longest and that nobody else is
 * posting. Taking the events and everything that they cause commit together, so each is posted exactly once
 * whoever crashes when.
 *
 * An event that cannot be posted is set aside with its error, and its neighbours post. Where the database refuses
 * a whole slice, smaller and smaller slices find the event that it refuses.
 * @returns null when no lane has anything to post
 * @throws whatever keeps the database from answering: nothing has been posted then
 */
export async function postSlice({
  programId,
  lane,
  limit = MAX_SLICE,
  clock = systemClock,
}: SliceRequest = {}): Promise<SliceReport | null> {
  let wanted = { programId, lane };
  const turns = new BudgetTurns();
  for (let size = limit; ; ) {
    let attempt: Attempt | undefined;
    try {
      const report = await withDriverTx(async (tx) => {
        const waiting = await lockWaitingLane(tx, wanted);
        if (waiting === null) return null;
        const locked = await lockLane(tx, waiting.programId, waiting.lane);
        const events = await claimQueued(tx, locked.programId, locked.lane, size);
        attempt = { lane: locked, events };
        const ruleSet = await loadRuleSet(tx, locked);
        attempt.book = phraseBookOf(ruleSet);
        return (await postEvents(tx, locked, events, ruleSet, turns.whole, clock)).report;
      });
      if (report !== null && attempt?.book !== undefined) noteKeptBook(attempt.lane.programId, attempt.book);
      return report;
    } catch (error) {
      if (attempt === undefined) throw error;
      const { events, lane: failed } = attempt;
      wanted = { programId: failed.programId, lane: failed.lane };
      if (error instanceof BudgetsUnsettled) {
        await turns.prepare(failed, error.unsettled);
        // Who has a budget whole keeps others waiting: not for long.
        if (turns.whole.size > 0) size = Math.min(size, MAX_SLICE_WITH_WHOLE_BUDGETS);
        continue;
      }
      if (!isFaultOfContent(error)) throw error;
      const [only, ...others] = events;
      if (only !== undefined && others.length === 0) return setAside(failed, only, error, clock);
      size = Math.ceil(events.length / 2);
    }
  }
}

type Attempt = { lane: LockedLane; events: ClaimedEvent[]; book?: PhraseBook };

/**
 * Posts events in the transaction that holds their lane, of which they are the next.
 * @param wholeBudgets names of the budgets that the posting has to itself
 * @throws BudgetsUnsettled when they would be decided wrongly as budgets stand
 */
export async function postEvents(
  tx: SqlTx,
  locked: LockedLane,
  events: ClaimedEvent[],
  ruleSet: CompiledRuleSet,
  wholeBudgets: ReadonlySet<string>,
  clock: Clock,
): Promise<{ report: SliceReport; plan: SlicePlan }> {
  const { programId, lane } = locked;
  const book = phraseBookOf(ruleSet);
  if (!isBookKept(programId, book)) await insertPhraseBook(tx, programId, book);
  const { plan, now, referred } = await planFrom(tx, locked, ruleSet, events, wholeBudgets, clock);
  const { wishes, whole } = plan.unsettled;
  if (wishes.length > 0 || whole.length > 0) throw new BudgetsUnsettled(plan.unsettled);
  if (referred) await notePurchases(tx, programId, purchasesOf(events, plan), now);
  await write(tx, locked, plan, clock, now);
  const report = {
    programId,
    lane,
    claimed: events.length,
    posted: plan.decisions.length,
    deadLettered: plan.deadLetters.length,
    transfers: plan.ledger.transfers.length,
    points: plan.ledger.totals.issued - plan.ledger.totals.returned,
  };
  return { report, plan };
}

/** Reads what the events need, each kind of thing in one statement, and decides what they do. */
async function planFrom(
  tx: SqlTx,
  locked: LockedLane,
  ruleSet: CompiledRuleSet,
  events: ClaimedEvent[],
  wholeBudgets: ReadonlySet<string>,
  clock: Clock,
): Promise<{ plan: SlicePlan; now: Date; referred: boolean }> {
  const { programId, accounts, nextTransfer } = locked;
  const memberIds = [...new Set(events.map((event) => event.memberId))];
  const drawing = new Set<string>();
  const refilled: number[] = [];
  const wanted: { source: string; externalId: string }[] = [];
  for (const { memberId, payload } of events) {
    if (payload.type === "return") {
      drawing.add(memberId);
      wanted.push({ source: payload.purchaseSource, externalId: payload.purchaseId });
    } else if (payload.type === "restoration") {
      drawing.add(memberId);
      refilled.push(...payload.transfers.flatMap(({ lotNo }) => lotNo ?? []));
    } else if (payload.type === "custom") {
      // Its lots may wait for just this event, and it may name the purchase that they are of.
      drawing.add(memberId);
      const { purchaseId, purchaseSource } = payload.attributes ?? {};
      if (typeof purchaseId === "string") {
        wanted.push({ source: String(purchaseSource ?? payload.source), externalId: purchaseId });
      }
    }
  }
  const reached = events.flatMap(({ memberId, payload }) => (payload.type === "arrival" ? memberId : []));
  const purchases = await loadPurchases(tx, programId, wanted);
  const [purses, known, caps, history, departed, referred] = await askTogether(tx, [
    () => loadPurses(tx, locked, memberIds, { of: [...drawing], numbers: refilled }),
    () => loadMembers(tx, programId, memberIds),
    () => loadCaps(tx, programId, windowsOf(ruleSet, events, purchases)),
    () => knownHistory(tx, locked, ruleSet, events),
    () => loadDeparted(tx, programId, reached),
    () => isAnybodyReferred(tx, programId),
  ]);
  const { members, benefits } = await loadBenefits(tx, locked, ruleSet, purchases, known);
  const budgets = await loadBudgets(tx, locked, ruleSet, events, purchases, wholeBudgets);
  // Of two postings that depend on each other's budgets, the later time is that of the one that came second.
  const now = clock.now();
  const plan = planSlice(
    {
      program: locked,
      ruleSet,
      accounts,
      nextTransfer,
      purses,
      members,
      benefits,
      caps,
      budgets,
      history,
      purchases,
      departed,
      now,
    },
    events,
  );
  return { plan, now, referred };
}

async function write(tx: SqlTx, locked: LockedLane, plan: SlicePlan, clock: Clock, now: Date): Promise<void> {
  const { programId, lane } = locked;
  await writeCaps(tx, programId, plan.caps);
  await writeBudgets(tx, programId, plan.budgets);
  await addHistory(tx, programId, plan.history);
  await writeReturnedLines(tx, programId, plan.returnedLines);
  await noteReturns(tx, programId, plan.returnedLines, now);
  await writeBenefits(tx, programId, plan.benefits, now);
  await insertDeadLetters(tx, programId, lane, plan.deadLetters, now);
  await addCampaignTotals(tx, { programId, lane }, plan.campaignTotals);
  await announcePoints(tx, { programId, clock }, plan.announcements);
  await queueArrivals(tx, programId, plan.sentBack, now);
  await writePosting(tx, locked, plan.ledger, plan.decisions, now);
}

/** The purchases among the events that were posted. */
function purchasesOf(events: readonly ClaimedEvent[], { deadLetters }: SlicePlan): PostedPurchase[] {
  const failed = new Set(deadLetters.map(({ eventId }) => eventId));
  return events.flatMap(({ eventId, memberId, occurredAt, payload }) =>
    payload.type === "purchase" && !failed.has(eventId)
      ? { eventId, memberId, occurredAt, amountMinor: payload.amountMinor }
      : [],
  );
}

/** Makes a dead letter of an event that the database refuses. */
async function setAside(
  { programId, lane }: { programId: string; lane: number },
  { eventId }: ClaimedEvent,
  error: unknown,
  clock: Clock,
): Promise<SliceReport> {
  const deadLettered = await withTx(systemCtx(programId, "posting", clock), async (tx) => {
    await lockLane(tx, programId, lane);
    const attempts = await dropQueued(tx, { programId, lane, eventId });
    // Another worker was faster; it saw to the event.
    if (attempts === null) return 0;
    await insertDeadLetters(tx, programId, lane, [deadLetterOf({ eventId, attempts }, error)], clock.now());
    return 1;
  });
  return { programId, lane, claimed: deadLettered, posted: 0, deadLettered, transfers: 0, points: 0 };
}
