import type { KnownPurchase } from "./known-purchase";
import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { NO_BUDGETS } from "@/lib/campaigns";
import { present } from "@/lib/core/assert";
import { Invalid } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { withTx } from "@/lib/db";
import { type ClaimedEvent, type EventDraft, examineItem } from "@/lib/events";
import { NO_HISTORY } from "@/lib/history";
import { resolveMembers } from "@/lib/members";
import { readProgram, SPENDABLE_POINT_TYPE } from "@/lib/programs";
import {
  decisionOutcome,
  disposable,
  loadPurses,
  lockLane,
  planReturn,
  type ReturnPreview,
  toMilli,
} from "@/lib/wallet";
import { postReturn } from "./post-return";
import { quantitiesOf } from "./quantities";
import { EventRejected } from "./receive-events";
import { loadRuleSet } from "./rule-sets";
import { loadBenefits } from "./slice-benefits";
import { SliceDesk } from "./slice-desk";
import { type EventOf, purchaseKey } from "./slice-state";
import { loadMembers, loadPurchases } from "./sql";

const MILLI = 1_000;

/**
 * What a return would take back: it is posted by the same code as any return, on books that are never written.
 * Nothing is locked.
 * @param body a return as the event door takes it
 * @throws Forbidden; EventRejected; ReturnRefused `purchase_not_found`, `purchase_not_posted`, `no_such_line`,
 * `returned_too_much`, `nothing_to_return`
 */
export async function previewReturn(ctx: Ctx, body: unknown): Promise<ReturnPreview> {
  requirePermission(ctx, "events:write");
  return withTx(ctx, async (tx) => {
    const { programId } = ctx;
    const program = await readProgram(programId, tx);
    const now = ctx.clock.now();
    const { draft, payload } = readReturn(body, program, now);
    const [member] = await resolveMembers({ ...ctx, tx }, [draft.member]);
    if (!member) {
      throw new EventRejected({
        code: "unknown_member",
        detail: "The program has no such member.",
        pointer: "/member",
      });
    }
    const { memberId } = member;
    const lane = await lockLane(tx, programId, member.lane, "look");
    const purses = await loadPurses(tx, lane, [memberId], { of: [memberId] });
    const key = { source: payload.purchaseSource, externalId: payload.purchaseId };
    const purchases = await loadPurchases(tx, programId, [key]);
    const ruleSet = await loadRuleSet(tx, lane);
    const known = await loadMembers(tx, programId, [memberId]);
    const { members, benefits } = await loadBenefits(tx, lane, ruleSet, purchases, known, "look");
    const state = {
      ...lane,
      program: lane,
      ruleSet,
      purses,
      purchases,
      members,
      benefits,
      caps: [],
      budgets: NO_BUDGETS,
      history: NO_HISTORY,
      departed: new Set<string>(),
      now,
    };
    const event: ClaimedEvent = {
      eventId: newId(),
      memberId,
      type: payload.type,
      occurredAt: draft.occurredAt,
      payload,
      attempts: 0,
    };
    const desk = new SliceDesk(state);
    postReturn(desk, event, payload);
    const purchase = present(purchases.get(purchaseKey(key.source, key.externalId)), "it was returned from");
    return toPreview(desk, event, payload, purchase);
  });
}

function readReturn(
  body: unknown,
  program: Parameters<typeof examineItem>[2],
  now: Date,
): { draft: EventDraft; payload: EventOf<"return"> } {
  const examined = examineItem(body, "", program, now);
  if ("error" in examined) throw new EventRejected(examined.error);
  const { draft } = examined;
  if (draft.event.type !== "return") {
    const detail = "Only a return can be previewed here.";
    throw new Invalid(detail, [{ pointer: "/type", code: "invalid_value", detail }]);
  }
  return { draft, payload: draft.event };
}

function toPreview(
  desk: SliceDesk,
  { memberId }: ClaimedEvent,
  payload: EventOf<"return">,
  purchase: KnownPurchase,
): ReturnPreview {
  const [decision] = desk.records.close().decisions;
  const outcome = decisionOutcome.parse(JSON.parse(present(decision, "a return leads to a line").outcome));
  const purse = desk.book.purseOf(memberId);
  const spendable = desk.book
    .close()
    .transfers.filter(({ kind, pointTypeNo }) => kind === "return" && pointTypeNo === SPENDABLE_POINT_TYPE);
  const total = (transfers: typeof spendable) => transfers.reduce((sum, { amount }) => sum + amount, 0);
  return {
    purchaseEventId: purchase.eventId,
    lines: linesOf(payload, purchase),
    campaigns: (outcome.takenBack ?? []).map(({ name, points }) => ({ name, points })),
    fromPending: total(spendable.filter(({ debitAccount }) => debitAccount === purse.pendingAccount)),
    fromBalance: total(spendable.filter(({ debitAccount }) => debitAccount === purse.availableAccount)),
    debt: outcome.debt.made,
    forgiven: outcome.forgiven ?? 0,
    availableAfter: disposable(purse, desk.today),
    owedAfter: purse.owed,
    otherTypes: (outcome.others ?? []).map(({ pointTypeNo, points }) => {
      const { code, name } = desk.pointType(pointTypeNo);
      return { code, name, points: -points };
    }),
    benefits: (outcome.withdrawn ?? []).map(({ name, kind, what, stays = false }) => ({
      campaign: name,
      kind,
      what,
      stays,
    })),
  };
}

/** What each line takes back of the spendable points. */
function linesOf({ lines }: EventOf<"return">, purchase: KnownPurchase): ReturnPreview["lines"] {
  const { eventId, payload, outcome, returned } = purchase;
  const awards = outcome?.awards.filter(({ pointTypeNo }) => pointTypeNo === SPENDABLE_POINT_TYPE) ?? [];
  const plan = planReturn(
    { eventId, quantities: quantitiesOf(payload), awards, returned },
    lines?.map(({ line, quantity }) => ({ line, quantityMilli: toMilli(quantity) })) ?? "everything",
  );
  return plan.lines.map(({ line, quantityMilli, points, before }) => {
    const { name, sku, category } = payload.lines[line] ?? {};
    return {
      line,
      name: name ?? sku ?? category ?? null,
      quantity: (quantityMilli - before.quantityMilli) / MILLI,
      points: points - before.points,
    };
  });
}
