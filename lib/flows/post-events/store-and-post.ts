import "server-only";
import { log } from "@/lib/config/log";
import type { Clock } from "@/lib/core/clock";
import { Unavailable } from "@/lib/core/errors";
import { askTogether, sqlState, withBriefTx } from "@/lib/db";
import { type ClaimedEvent, claimQueued, type EventRow, insertEvents } from "@/lib/events";
import { lockLane } from "@/lib/wallet";
import { noteKeptBook } from "./kept-books";
import { phraseBookOf } from "./phrase-book-of";
import { postEvents } from "./post-slice";
import { loadRuleSet } from "./rule-sets";
import { SharedTurns } from "./shared-turns";
import { BudgetsUnsettled, BudgetTurns } from "./slice-budgets";
import type { SlicePlan } from "./slice-state";

/** How long a lane may keep an event waiting that somebody waits for: then it goes to the queue like others. */
const LANE_PATIENCE_MS = 1_000;
/** Most events that are posted beforehand because they have waited longer. */
const MAX_AHEAD = 200;
/** Reserving from a budget, and having it whole, are a turn each. */
const BUDGET_TURNS = 3;

/** What became of events that were stored and posted. */
export type Stored = {
  plan: Pick<SlicePlan, "decisions" | "deadLetters">;
  /** Ids of those that were not stored: an event with the same id of the sender's is known. */
  known: ReadonlySet<string>;
};

type Arriving = { programId: string; row: EventRow; clock: Clock };

class LaneIsBehind extends Error {}

const turns = new SharedTurns<Arriving, Stored | null>(storeAndPostGroup);

/**
 * Stores an event and posts it in one transaction, after whatever waits in its lane, and together with those that come
 * to the lane while others are being posted. It never lies in the queue.
 * @returns null when that cannot be done at once: nothing has been stored then
 * @throws Unavailable when the connection is lost; whether the event is stored is not known then
 */
export function storeAndPost(event: Arriving): Promise<Stored | null> {
  return turns.join(`${event.programId} ${event.row.lane}`, event);
}

async function storeAndPostGroup(group: readonly [Arriving, ...Arriving[]]): Promise<Stored | null> {
  const [{ programId, row, clock }] = group;
  const rows = group.map((arriving) => arriving.row);
  const budgets = new BudgetTurns();
  for (let turn = 1; ; turn += 1) {
    try {
      return await attempt({ programId, lane: row.lane, clock }, rows, budgets.whole);
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      if (error instanceof BudgetsUnsettled && turn < BUDGET_TURNS) {
        await budgets.prepare({ programId, lane: row.lane }, error.unsettled);
        continue;
      }
      if (!(error instanceof LaneIsBehind)) {
        const fault = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
        log().info({ fault }, "events that somebody waits for go by the queue");
      }
      return null;
    }
  }
}

async function attempt(
  { programId, lane, clock }: { programId: string; lane: number; clock: Clock },
  rows: readonly EventRow[],
  wholeBudgets: ReadonlySet<string>,
): Promise<Stored> {
  const { book, ...stored } = await withBriefTx(
    async (tx) => {
      const [locked, waiting, known] = await askTogether(tx, [
        () => lockLane(tx, programId, lane),
        () => claimQueued(tx, programId, lane, MAX_AHEAD),
        () => insertEvents(tx, programId, rows, "post"),
      ]);
      if (waiting.length === MAX_AHEAD) throw new LaneIsBehind();
      const ruleSet = await loadRuleSet(tx, locked);
      const own = rows.filter(({ eventId }) => !known.has(eventId)).map(toClaimed);
      const { plan } = await postEvents(tx, locked, [...waiting, ...own], ruleSet, wholeBudgets, clock);
      return { plan, known, book: phraseBookOf(ruleSet) };
    },
    { lockTimeoutMs: LANE_PATIENCE_MS },
  );
  noteKeptBook(programId, book);
  return stored;
}

function toClaimed({ eventId, memberId, type, occurredAt, payload }: EventRow): ClaimedEvent {
  return { eventId, memberId, type, occurredAt, payload: JSON.parse(payload), attempts: 0 };
}
