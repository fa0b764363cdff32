import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid, NotFound } from "@/lib/core/errors";
import { fromTypeId, isUuid } from "@/lib/core/ids";
import { db } from "@/lib/db";
import type { EventStatus, StoredEvent } from "./schema";
import { type EventListRow, listEventRows } from "./sql";

/** An event in a list. Ids are UUIDs, instants ISO 8601. */
export type EventSummary = {
  eventId: string;
  /** The sender's id. */
  externalId: string;
  source: string;
  /** purchase, return, or custom:<name> */
  type: string;
  memberId: string;
  memberName: string | null;
  occurredAt: string;
  receivedAt: string;
  status: EventStatus;
  /** Net points once posted. */
  points: number | null;
  /** Why it is a dead letter. */
  errorCode: string | null;
};

export type EventFilter = {
  status?: EventStatus;
  type?: string;
  memberId?: string;
  q?: string;
  cursor?: string;
  limit: number;
};

/**
 * Events, the newest arrival first. `q` finds an event by its sender's id or by its own.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listEvents(ctx: Ctx, filter: EventFilter): Promise<Page<EventSummary>> {
  requirePermission(ctx, "events:read");
  const { status, type, memberId, cursor, limit } = filter;
  const q = filter.q?.trim() || null;
  const eventId = q === null ? null : fromTypeId("evt", q);
  const rows = await listEventRows(ctx.tx ?? db(), ctx.programId, {
    status: status ?? null,
    type: type ?? null,
    memberId: memberId ?? null,
    externalId: eventId === null ? q : null,
    eventId,
    before: cursor === undefined ? null : position(cursor),
    limit: limit + 1,
  });
  return toPage(rows.map(toSummary), limit, (last) => [last.eventId]);
}

function toSummary({ occurredAt, receivedAt, points, ...row }: EventListRow): EventSummary {
  return {
    ...row,
    occurredAt: occurredAt.toISOString(),
    receivedAt: receivedAt.toISOString(),
    points: points === null ? null : Number(points),
  };
}

function position(cursor: string): string {
  const [eventId] = decodeCursor(cursor);
  if (typeof eventId === "string" && isUuid(eventId)) return eventId;
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}

export type DeadLetterDto = {
  eventId: string;
  attempts: number;
  code: string;
  /** What went wrong, in a sentence. */
  message: string;
  failedAt: string;
};

/**
 * Events that could not be posted, the newest arrival first.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listDeadLetters(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<DeadLetterDto & { event: EventSummary }>> {
  const page = await listEvents(ctx, { status: "dead", cursor, limit });
  const letters = await (ctx.tx ?? db()).deadLetter.findMany({
    where: { programId: ctx.programId, eventId: { in: page.items.map((event) => event.eventId) } },
  });
  const byEvent = new Map(letters.map((letter) => [letter.eventId, toDeadLetter(letter)]));
  return {
    items: page.items.flatMap((event) => {
      const letter = byEvent.get(event.eventId);
      return letter ? [{ ...letter, event }] : [];
    }),
    nextCursor: page.nextCursor,
  };
}

function toDeadLetter(row: {
  eventId: string;
  attempts: number;
  code: string;
  message: string;
  failedAt: Date;
}): DeadLetterDto {
  const { eventId, attempts, code, message, failedAt } = row;
  return { eventId, attempts, code, message, failedAt: failedAt.toISOString() };
}

/** What posting an event led to, as it was stored. The wallet knows how to read `outcome`. */
export type DecisionDto = { ruleSetVersion: number; points: number; outcome: unknown; postedAt: string };
export type EventTransfer = {
  lane: number;
  transferNo: number;
  kind: string;
  amount: number;
  campaignId: string | null;
  lotNo: number | null;
  balanceAfter: number;
};
export type EventDetail = EventSummary & {
  payload: StoredEvent;
  decision: DecisionDto | null;
  transfers: EventTransfer[];
  deadLetter: DeadLetterDto | null;
};

/** Most transfers of one event that its detail shows. */
const MAX_TRANSFERS = 500;

/**
 * One event with its content and what became of it.
 * @throws Forbidden, NotFound
 */
export async function readEvent(ctx: Ctx, eventId: string): Promise<EventDetail> {
  requirePermission(ctx, "events:read");
  const client = ctx.tx ?? db();
  const where = { programId_eventId: { programId: ctx.programId, eventId } };
  const [summary] = await listEventRows(client, ctx.programId, {
    status: null,
    type: null,
    memberId: null,
    externalId: null,
    eventId,
    before: null,
    limit: 1,
  });
  if (!summary) throw new NotFound("event");
  const [event, decision, deadLetter] = await Promise.all([
    client.event.findUniqueOrThrow({ where, select: { payload: true } }),
    client.decision.findUnique({
      where: { programId_causeId: { programId: ctx.programId, causeId: eventId } },
    }),
    client.deadLetter.findUnique({ where }),
  ]);
  const transfers =
    decision === null
      ? []
      : await client.transfer.findMany({
          where: {
            programId: ctx.programId,
            lane: decision.lane,
            transferNo: {
              gte: decision.firstTransfer,
              lt: decision.firstTransfer + BigInt(Math.min(decision.transfers, MAX_TRANSFERS)),
            },
          },
          orderBy: { transferNo: "asc" },
        });
  return {
    ...toSummary(summary),
    payload: event.payload as StoredEvent,
    decision: decision && {
      ruleSetVersion: decision.ruleSetVersion,
      points: Number(decision.points),
      outcome: decision.outcome,
      postedAt: decision.postedAt.toISOString(),
    },
    deadLetter: deadLetter && toDeadLetter(deadLetter),
    transfers: transfers.map((transfer) => ({
      lane: transfer.lane,
      transferNo: Number(transfer.transferNo),
      kind: transfer.kind,
      amount: Number(transfer.amount),
      campaignId: transfer.campaignId,
      lotNo: transfer.lotNo === null ? null : Number(transfer.lotNo),
      balanceAfter: Number(transfer.balanceAfter),
    })),
  };
}
