import { newId } from "@/lib/core/ids";
import type { SqlTx } from "@/lib/db";
import type { EventDraft } from "@/lib/events";
import { type MemberRef, resolveMembers } from "@/lib/members";
import type { Met, PastBatch } from "./past-source";
import { loadFacts } from "./sql";

/**
 * Events that are in no database, as a replay takes them, in the order in which they happened. Members whom the
 * program knows come with their profiles; others are new ones, without any.
 * @param members grows by those whom the events name
 */
export async function entriesOf(
  tx: SqlTx,
  programId: string,
  drafts: readonly EventDraft[],
  ruleSetVersion: number,
  members: Map<string, Met>,
): Promise<PastBatch> {
  const ordered = [...drafts].sort((one, other) => one.occurredAt.getTime() - other.occurredAt.getTime());
  const found = await resolveMembers(
    { programId, tx },
    ordered.map(({ member }) => member),
  );
  const known = [...new Set(found.flatMap((member) => member?.memberId ?? []))];
  for (const facts of await loadFacts(tx, programId, known)) members.set(facts.memberId, { member: facts });
  return ordered.flatMap(({ member, occurredAt, event }, place): PastBatch => {
    const memberId = found[place]?.memberId ?? nameOf(member);
    const met = members.get(memberId) ?? { member: { memberId, attributes: {}, joinedAt: occurredAt } };
    members.set(memberId, met);
    const common = { met, postedOn: occurredAt, lane: 0 };
    const head = { kind: "event", eventId: newId(), occurredAt, ruleSetVersion, points: null } as const;
    if (event.type === "return") {
      return [{ entry: { ...head, payload: event }, ...common }];
    }
    if (event.type !== "purchase" && event.type !== "custom") return [];
    return [{ entry: { ...head, payload: event }, ...common }];
  });
}

/** What the file calls a member whom the program does not know. */
function nameOf(member: MemberRef): string {
  return Object.values(member).join("");
}
