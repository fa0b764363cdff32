import { driver, type SqlTx } from "@/lib/db";
import type { PastEntry } from "@/lib/simulations";
import type { Met, PastBatch } from "./past-source";
import { closePast, fetchPast, loadFacts, openPast, type PastRow, type PastScope } from "./sql";

/**
 * Reads what was posted, batch by batch. While one batch is worked on, the database already puts the next one together
 * and looks up the members that it brings.
 * @param members grows by the members of each batch before that batch is handed out
 */
export async function* readPast(
  tx: SqlTx,
  scope: PastScope,
  members: Map<string, Met>,
): AsyncGenerator<PastBatch> {
  await openPast(tx, scope);
  const next = async () => {
    const rows = await fetchPast(tx);
    return metBy(scope.programId, rows, members);
  };
  let coming = next();
  try {
    for (;;) {
      const rows = await coming;
      if (rows.length === 0) return;
      coming = next();
      // Whoever stops early leaves this one unasked for; what becomes of it then is nobody's concern.
      coming.catch(() => undefined);
      yield rows.map(({ row, met }) => entryOf(row, met));
    }
  } finally {
    // Where the transaction itself has failed, the cursor is gone already.
    await closePast(tx).catch(() => undefined);
  }
}

type RowOfMember = { row: PastRow; met: Met | undefined };

/** Finds whom rows are about; those who are new are looked up together. */
async function metBy(
  programId: string,
  rows: readonly PastRow[],
  members: Map<string, Met>,
): Promise<RowOfMember[]> {
  const found = rows.map((row): RowOfMember => ({ row, met: members.get(row.memberId) }));
  const unknown = found.filter(({ met }) => met === undefined);
  if (unknown.length === 0) return found;
  const memberIds = [...new Set(unknown.map(({ row }) => row.memberId))];
  for (const facts of await loadFacts(driver(), programId, memberIds)) {
    members.set(facts.memberId, { member: facts });
  }
  for (const item of unknown) item.met = members.get(item.row.memberId);
  return found;
}

function entryOf(row: PastRow, met: Met | undefined): PastBatch[number] {
  const { causeId: eventId, ruleSetVersion, payload, points, lane } = row;
  const occurredAt = instantOf(row.occurredAt);
  const postedOn = instantOf(row.postedAt);
  if (payload === null) return { entry: movementOf(row, occurredAt), met, postedOn, lane };
  const entry: PastEntry =
    payload.type === "return"
      ? { kind: "event", eventId, occurredAt, ruleSetVersion, points, payload }
      : { kind: "event", eventId, occurredAt, ruleSetVersion, points, payload };
  return { entry, met, postedOn, lane };
}

/** The database counts seconds, with fractions that are whole milliseconds but for the last bit. */
function instantOf(seconds: number): Date {
  return new Date(Math.round(seconds * 1_000));
}

function movementOf({ kind, delta, outcome }: PastRow, occurredAt: Date): PastEntry {
  return {
    kind: "movement",
    cause: kind,
    occurredAt,
    available: delta ?? 0,
    held: heldBy(kind, delta ?? 0, outcome),
    paid: outcome?.debt?.paid ?? 0,
    owed: outcome?.debt?.made ?? 0,
    undoes: undoneBy(outcome),
  };
}

/** By how much more points are set aside after it. */
function heldBy(kind: string, delta: number, outcome: PastRow["outcome"]): number {
  const points = outcome?.subject?.points ?? 0;
  if (kind === "hold") return points;
  if (kind === "release") return -points;
  return kind === "spend" && outcome?.subject?.holdId !== undefined ? delta : 0;
}

/** The event that a reversal takes back; what else may be reversed moves points alone. */
function undoneBy(outcome: PastRow["outcome"]): string | undefined {
  const { type, of, causeId } = outcome?.subject ?? {};
  return type === "reversal" && (of === "purchase" || of === "custom") ? causeId : undefined;
}
