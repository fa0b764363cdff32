import "server-only";
import { present } from "@/lib/core/assert";
import { db } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import type { DecisionKind } from "./outcome";
import { readOutcomes } from "./read-outcomes";
import { listEntries } from "./read-sql";
import { reasonInWords } from "./wording";

/** What announced movements were for. */
export type AnnouncedMovement = {
  kind: DecisionKind;
  /** When it was posted; ISO 8601 */
  at: string;
  /** In words: which campaigns gave it, or what took it. */
  reason: string;
};

/** What the movements of these causes were for, by cause. */
export async function readAnnounced(
  programId: string,
  causeIds: readonly string[],
): Promise<Map<string, AnnouncedMovement>> {
  if (causeIds.length === 0) return new Map();
  const { locale, pointType } = await recallProgram(programId);
  const rows = await listEntries(db(), programId, causeIds);
  const outcomes = await readOutcomes(
    { programId },
    rows.map(({ outcome }) => outcome),
  );
  const found = new Map<string, AnnouncedMovement>();
  outcomes.forEach((outcome, index) => {
    const { causeId, kind, postedAt } = present(rows[index], "one outcome for each row");
    const reason = reasonInWords(outcome, { locale, pointName: pointType.name });
    found.set(causeId, { kind, at: postedAt.toISOString(), reason });
  });
  return found;
}
