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
  const posted = new Slices();
  const next = async () => {
    const rows = await fetchPast(tx);
    const met = await metBy(scope.programId, rows, members);
    return rows.map((row, place) => entryOf(row, met[place], posted.instantOf(row.postedAt)));
  };
  let coming = next();
  try {
    for (;;) {
      const batch = await coming;
      if (batch.length === 0) return;
      coming = next();
      // Whoever stops early leaves this one unasked for; what becomes of it then is nobody's concern.
      coming.catch(() => undefined);
      yield batch;
    }
  } finally {
    // Where the transaction itself has failed, the cursor is gone already.
    await closePast(tx).catch(() => undefined);
  }
}

/** Finds whom rows are about, row by row; those who are new are looked up together. */
async function metBy(
  programId: string,
  rows: readonly PastRow[],
  members: Map<string, Met>,
): Promise<(Met | undefined)[]> {
  const met = rows.map(({ memberId }) => members.get(memberId));
  if (!met.includes(undefined)) return met;
  const unknown = rows.filter((_, place) => met[place] === undefined).map(({ memberId }) => memberId);
  for (const facts of await loadFacts(driver(), programId, [...new Set(unknown)])) {
    members.set(facts.memberId, { member: facts });
  }
  return rows.map(({ memberId }, place) => met[place] ?? members.get(memberId));
}

/** The instants of slices: what is posted together has one in common. */
class Slices {
  #seconds = Number.NaN;
  #instant = new Date(Number.NaN);

  instantOf(seconds: number): Date {
    if (seconds !== this.#seconds) {
      this.#seconds = seconds;
      this.#instant = instantOf(seconds);
    }
    return this.#instant;
  }
}

function entryOf(row: PastRow, met: Met | undefined, postedOn: Date): PastBatch[number] {
  const { causeId: eventId, ruleSetVersion, payload, points, lane } = row;
  const occurredAt = instantOf(row.occurredAt);
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
  // An event whose content has been erased is there, and moves nothing.
  const cause = kind ?? "event";
  return {
    kind: "movement",
    cause,
    occurredAt,
    available: delta ?? 0,
    held: heldBy(cause, delta ?? 0, outcome),
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
