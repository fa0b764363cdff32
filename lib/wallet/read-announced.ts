import "server-only";
import { present } from "@/lib/core/assert";
import { db } from "@/lib/db";
import { type ProgramDto, recallProgram } from "@/lib/programs";
import type { DecisionKind } from "./outcome";
import { readOutcomes } from "./read-outcomes";
import { listEntries } from "./read-sql";
import { memberTeller } from "./read-statement";
import type { ToldEntry } from "./reward-names-sql";
import { reasonInWords } from "./wording";

/** What announced movements were for. */
export type AnnouncedMovement = {
  kind: DecisionKind;
  /** When it was posted; ISO 8601 */
  at: string;
  /** In words: which campaigns gave it, or what took it. */
  reason: string;
};

/**
 * What the movements of these causes were for, by cause.
 * @param memberLocale BCP 47: in whose language a member is told; left out for the program's own people
 */
export async function readAnnounced(
  programId: string,
  causeIds: readonly string[],
  memberLocale?: string,
): Promise<Map<string, AnnouncedMovement>> {
  if (causeIds.length === 0) return new Map();
  const program = await recallProgram(programId);
  const rows = await listEntries(db(), programId, causeIds);
  const outcomes = await readOutcomes(
    { programId },
    rows.map(({ outcome }) => outcome),
  );
  const entries = rows.map(({ causeId }, index) => ({
    causeId,
    outcome: present(outcomes[index], "one outcome for each row"),
  }));
  const wording = { locale: program.locale, pointName: program.pointType.name };
  const tell =
    memberLocale === undefined
      ? ({ outcome }: ToldEntry) => reasonInWords(outcome, wording)
      : await tellerOf(program, memberLocale, entries);
  const found = new Map<string, AnnouncedMovement>();
  entries.forEach((entry, index) => {
    const { kind, postedAt } = present(rows[index], "one entry for each row");
    found.set(entry.causeId, { kind, at: postedAt.toISOString(), reason: tell(entry) });
  });
  return found;
}

async function tellerOf(
  program: ProgramDto,
  locale: string,
  entries: readonly ToldEntry[],
): Promise<(entry: ToldEntry) => string> {
  const tell = await memberTeller(db(), program, { locale }, entries);
  return (entry) => tell(entry, undefined).reason;
}
