import { type CompiledRuleSet, windowStarts } from "@/lib/campaigns";
import { AppError } from "@/lib/core/errors";
import type { ClaimedEvent, DeadLetterRow } from "@/lib/events";
import type { MemberWindow } from "@/lib/wallet";
import type { KnownPurchase } from "./known-purchase";
import { postEarning } from "./post-earning";
import { postArrival, postCredit } from "./post-own-events";
import { postRestoration } from "./post-restoration";
import { postReturn } from "./post-return";
import { SliceDesk } from "./slice-desk";
import type { SlicePlan, SliceState } from "./slice-state";

/**
 * Decides what the events of a slice do, one after the other, each seeing what those before it left behind. Pure:
 * the same state and events give the same plan, however the events were cut into slices. An event that cannot be
 * posted ends as a dead letter and leaves no trace in the plan.
 */
export function planSlice(state: SliceState, events: readonly ClaimedEvent[]): SlicePlan {
  const desk = new SliceDesk(state);
  const deadLetters: DeadLetterRow[] = [];
  for (const event of events) {
    try {
      post(desk, event);
    } catch (error) {
      deadLetters.push(deadLetterOf(event, error));
    }
  }
  return {
    ledger: desk.book.close(),
    ...desk.records.close(),
    history: desk.history.changes(),
    benefits: desk.benefits.close(),
    deadLetters,
  };
}

/** How a fault is kept with the event that it stopped. A bug shows its message: it is the operator who reads it. */
export function deadLetterOf(event: { eventId: string; attempts: number }, error: unknown): DeadLetterRow {
  const known = error instanceof AppError ? error : null;
  const message = known?.publicMessage ?? (error instanceof Error ? error.message : String(error));
  return {
    eventId: event.eventId,
    attempts: event.attempts + 1,
    code: known?.code ?? "internal",
    message: message.replaceAll("\u0000", "").slice(0, 2_000),
  };
}

function post(desk: SliceDesk, event: ClaimedEvent): void {
  const { payload } = event;
  switch (payload.type) {
    case "purchase":
    case "custom":
      postEarning(desk, event, payload);
      break;
    case "return":
      postReturn(desk, event, payload);
      break;
    case "arrival":
      postArrival(desk, event, payload);
      break;
    case "restoration":
      postRestoration(desk, event, payload);
      break;
    case "credit":
      postCredit(desk, event, payload);
      break;
  }
}

/** The windows whose counters posting these events may read or change. */
export function windowsOf(
  ruleSet: CompiledRuleSet,
  events: readonly ClaimedEvent[],
  purchases: ReadonlyMap<string, KnownPurchase>,
): MemberWindow[] {
  const windows = new Map<string, MemberWindow>();
  const add = (memberId: string, windowStart: string) =>
    windows.set(`${memberId} ${windowStart}`, { memberId, windowStart });
  for (const { memberId, type, occurredAt, payload } of events) {
    if (payload.type !== "purchase" && payload.type !== "custom") continue;
    for (const start of windowStarts(ruleSet, { type, occurredAt })) add(memberId, start);
  }
  for (const { memberId, outcome } of purchases.values()) {
    for (const { caps } of outcome?.awards ?? []) {
      for (const { windowStart } of caps) add(memberId, windowStart);
    }
  }
  return [...windows.values()];
}
