import type { Ctx } from "@/lib/auth/context";
import { present } from "@/lib/core/assert";
import { sha256Hex } from "@/lib/core/hash";
import { newId } from "@/lib/core/ids";
import { driver, type SqlTx } from "@/lib/db";
import { resolveMembers } from "@/lib/members";
import type { ResolvedMember } from "@/lib/members/schema";
import { type EventDraft, examineItem, type IntakeRules } from "./examine-item";
import { eventTypeOf, type ItemError, type ItemResult } from "./schema";
import type { EventRow } from "./sql";

/** What was sent, examined and resolved: rows ready to be stored, and results of the items that are rejected. */
export type IntakeRows = {
  /** In the order of the items; undefined where there is a row instead. */
  results: (ItemResult | undefined)[];
  rows: { index: number; row: EventRow }[];
};

/**
 * Reads what a caller sent, item by item, and finds the members. Nothing is stored.
 * @param rules what the program takes
 */
export async function intakeRows(
  { programId, clock }: Pick<Ctx, "programId" | "clock">,
  rules: IntakeRules,
  items: readonly unknown[],
  tx: SqlTx = driver(),
): Promise<IntakeRows> {
  const now = clock.now();
  const results: IntakeRows["results"] = new Array(items.length).fill(undefined);
  const reject = (index: number, id: string | null, error: ItemError) => {
    results[index] = { index, id, status: "rejected", error };
  };

  const drafts: { index: number; draft: EventDraft }[] = [];
  items.forEach((item, index) => {
    const examined = examineItem(item, `/events/${index}`, rules, now);
    if ("error" in examined) reject(index, idOf(item), examined.error);
    else drafts.push({ index, draft: examined.draft });
  });

  const members = await resolveMembers(
    { programId, tx },
    drafts.map(({ draft }) => draft.member),
  );
  const rows: IntakeRows["rows"] = [];
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
  return { results, rows };
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

function idOf(item: unknown): string | null {
  if (typeof item !== "object" || item === null || !("id" in item)) return null;
  return typeof item.id === "string" ? item.id.slice(0, 128) : null;
}
