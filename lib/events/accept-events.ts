import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { present } from "@/lib/core/assert";
import { Invalid } from "@/lib/core/errors";
import { sha256Hex } from "@/lib/core/hash";
import { newId } from "@/lib/core/ids";
import { driver, type SqlTx } from "@/lib/db";
import { resolveMembers } from "@/lib/members";
import type { ResolvedMember } from "@/lib/members/schema";
import { readProgram } from "@/lib/programs";
import { write } from "@/lib/write";
import { type EventDraft, examineItem } from "./examine-item";
import { type Acceptance, eventTypeOf, type ItemError, type ItemResult, MAX_BATCH } from "./schema";
import { type EventRow, findEventsByExternalId, insertEvents, insertNewEvents } from "./sql";

/**
 * Takes up to 1,000 events: each is accepted, known already, or rejected with a pointer to what is wrong, and
 * none stands in another's way. When this returns, the accepted ones are on disk and waiting to be posted.
 * The same id with the same content is a duplicate, with other content a rejection (`id_conflict`).
 * @param items what the caller sent, unread
 * @throws Forbidden; Invalid for an empty batch or one of more than 1,000
 */
export async function acceptEvents(ctx: Ctx, items: readonly unknown[]): Promise<Acceptance> {
  requirePermission(ctx, "events:write");
  if (items.length === 0 || items.length > MAX_BATCH) throw new Invalid(...batchSize(items.length));
  if (ctx.idempotencyKey !== undefined) {
    return write(ctx, { permission: "events:write", request: items }, (tx) => accept({ ...ctx, tx }, items));
  }
  // What is stored is stored in one transaction, so there is none to open around it.
  return accept(ctx, items);
}

function batchSize(length: number): ConstructorParameters<typeof Invalid> {
  const detail =
    length === 0
      ? "A batch holds at least one event."
      : `A batch holds at most 1,000 events; this one has ${length.toLocaleString("en")}. Send it in parts.`;
  return [detail, [{ pointer: "/events", code: length === 0 ? "too_small" : "too_big", detail }]];
}

async function accept(ctx: Ctx, items: readonly unknown[]): Promise<Acceptance> {
  const { programId } = ctx;
  const tx: SqlTx = ctx.tx ?? driver();
  const now = ctx.clock.now();
  const program = await readProgram(programId, ctx.tx);
  const results: (ItemResult | undefined)[] = new Array(items.length).fill(undefined);
  const reject = (index: number, id: string | null, error: ItemError) => {
    results[index] = { index, id, status: "rejected", error };
  };

  const drafts: { index: number; draft: EventDraft }[] = [];
  items.forEach((item, index) => {
    const examined = examineItem(item, `/events/${index}`, program, now);
    if ("error" in examined) reject(index, idOf(item), examined.error);
    else drafts.push({ index, draft: examined.draft });
  });

  const members = await resolveMembers(
    { programId, tx },
    drafts.map(({ draft }) => draft.member),
  );
  const rows: { index: number; row: EventRow }[] = [];
  drafts.forEach(({ index, draft }, position) => {
    const member = members[position] ?? null;
    const refusal = refusalOf(member, draft);
    if (member === null || refusal !== null) {
      reject(index, draft.event.id, {
        ...present(refusal, "a missing member is refused"),
        pointer: `/events/${index}/member`,
      });
    } else rows.push({ index, row: toRow(member, draft, now) });
  });

  const ownRows = rows.map(({ row }) => row);
  const leftOut = ctx.tx
    ? await insertEvents(ctx.tx, programId, ownRows)
    : await insertNewEvents(programId, ownRows);
  for (const { index, row } of rows) {
    if (!leftOut.has(row.eventId)) {
      results[index] = { index, id: row.externalId, status: "accepted", eventId: row.eventId };
    }
  }
  await settleKnown(
    tx,
    programId,
    rows.filter(({ row }) => leftOut.has(row.eventId)),
    results,
  );
  return summarise(results.map((result) => present(result, "every item has a result")));
}

function refusalOf(
  member: ResolvedMember | null,
  { member: ref }: EventDraft,
): { code: string; detail: string } | null {
  if (member === null) {
    const by = "id" in ref ? "id" : "externalId" in ref ? "externalId" : "cardNumber";
    return { code: "unknown_member", detail: `The program has no member with this ${by}.` };
  }
  if (member.status === "closed") {
    return { code: "member_closed", detail: "The member has left the program." };
  }
  return null;
}

function toRow(
  member: ResolvedMember,
  { event, payload, occurredAt }: EventDraft,
  receivedAt: Date,
): EventRow {
  return {
    eventId: newId(),
    source: event.source,
    externalId: event.id,
    type: eventTypeOf(event),
    memberId: member.memberId,
    lane: member.lane,
    occurredAt,
    receivedAt,
    payload,
    payloadHash: sha256Hex(`${member.memberId}\n${payload}`),
  };
}

/** Says of the events whose id was used before whether they are the same. */
async function settleKnown(
  tx: SqlTx,
  programId: string,
  rows: { index: number; row: EventRow }[],
  results: (ItemResult | undefined)[],
): Promise<void> {
  if (rows.length === 0) return;
  const known = await findEventsByExternalId(
    tx,
    programId,
    rows.map(({ row }) => row),
  );
  for (const { index, row } of rows) {
    const { eventId, payloadHash } = present(
      known.get(`${row.source}\n${row.externalId}`),
      "what was not inserted exists",
    );
    results[index] =
      payloadHash === row.payloadHash
        ? { index, id: row.externalId, status: "duplicate", eventId }
        : {
            index,
            id: row.externalId,
            status: "rejected",
            error: {
              code: "id_conflict",
              detail: "An event with this id and other content was accepted before. Use a new id.",
              pointer: `/events/${index}/id`,
            },
          };
  }
}

function summarise(results: ItemResult[]): Acceptance {
  const count = (status: ItemResult["status"]) => results.filter((result) => result.status === status).length;
  return {
    accepted: count("accepted"),
    duplicates: count("duplicate"),
    rejected: count("rejected"),
    results,
  };
}

function idOf(item: unknown): string | null {
  if (typeof item !== "object" || item === null || !("id" in item)) return null;
  return typeof item.id === "string" ? item.id.slice(0, 128) : null;
}
