import type { Ctx } from "@/lib/auth/context";
import { newId, toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { type Names, removeMentions } from "./erase-mentions-sql";
import {
  listAudits,
  listCauses,
  scrubArrivals,
  scrubAudit,
  scrubDecisions,
  scrubEvents,
} from "./erase-records-sql";
import { pseudonymise, readFormerAddresses, readIdentifiers, scrubTables } from "./erase-sql";
import { beginScrubbing, finishScrubbing } from "./scrubbing-sql";

/** All that a member may be named by in texts of others; null where the program has no such member. */
export async function namesOf(tx: Tx, programId: string, memberId: string): Promise<Names | null> {
  const found = await readIdentifiers(tx, programId, memberId);
  if (found === null) return null;
  const { externalId, cardNumber, name, email, phone } = found;
  const former = await readFormerAddresses(tx, programId, memberId);
  return {
    memberId,
    typeId: toTypeId("mem", memberId),
    memberRef: `member:${memberId}`,
    words: [externalId, cardNumber, name, email, phone, ...former].filter((word) => word !== null),
  };
}

/**
 * Takes everything that tells who the member is, or was, out of every table, and leaves the numbers of the ledger as
 * they are. Once more is as good as once: it finds what has come since.
 * @returns rows by table, those that changed
 */
export async function scrubMember(
  tx: Tx,
  { programId, clock }: Pick<Ctx, "programId" | "clock">,
  memberId: string,
): Promise<Record<string, number>> {
  const names = await namesOf(tx, programId, memberId);
  if (names === null) return {};
  const scrubbing = { programId, scrubbingId: newId(), now: clock.now() };
  await beginScrubbing(tx, { ...scrubbing, kind: "erasure", memberId });
  const causes = await listCauses(tx, programId, memberId);
  const mentions = await removeMentions(tx, programId, names, causes);
  const events = await scrubEvents(tx, programId, memberId);
  const arrivals = await scrubArrivals(tx, programId, memberId);
  const decisions = await scrubDecisions(tx, programId, causes);
  const audit = await scrubAudit(tx, programId, await listAudits(tx, programId, names));
  const tables = await scrubTables(tx, programId, memberId);
  await pseudonymise(tx, programId, memberId);
  const records = { event: events + arrivals, decision: decisions, audit };
  const counts = sumOf(sumOf(mentions, tables), records);
  await finishScrubbing(tx, scrubbing, counts);
  return counts;
}

function sumOf(one: Record<string, number>, other: Record<string, number>): Record<string, number> {
  const sums = { ...one };
  for (const [table, rows] of Object.entries(other)) sums[table] = (sums[table] ?? 0) + rows;
  return sums;
}
