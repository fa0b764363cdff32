import type { Tx } from "@/lib/db";
import type { DecisionOutcome } from "./outcome";

/** A line of a statement: its cause (UUID) and what it says. */
export type ToldEntry = { causeId: string; outcome: DecisionOutcome };

/** What a line is about: the redemption that spent points, or the hold that sets them aside; null: neither. */
function thingOf({ causeId, outcome: { subject } }: ToldEntry): string | null {
  switch (subject.type) {
    case "spend":
      return subject.redemptionId ?? null;
    case "hold":
      return causeId;
    case "release":
      return subject.holdId ?? null;
    default:
      return null;
  }
}

/**
 * What the rewards of a statement's lines are called in a language, as far as their texts are there in it.
 * @param language as in "pt", without a region
 * @returns by line; null: no reward, or none with a name in the language
 */
export async function readRewardNames(
  tx: Tx,
  programId: string,
  entries: readonly ToldEntry[],
  language: string,
): Promise<(entry: ToldEntry) => string | null> {
  const things = [...new Set(entries.flatMap((entry) => thingOf(entry) ?? []))];
  if (things.length === 0) return () => null;
  const rows = await tx.$queryRaw<{ thing: string; name: string }[]>`
    SELECT thing, name FROM (
      SELECT wanted.thing, reward #>> ARRAY['translations', ${language}, 'name'] AS name
      FROM unnest(${things}::uuid[]) AS wanted (thing)
      LEFT JOIN hold ON hold.program_id = ${programId}::uuid AND hold.hold_id = wanted.thing
      JOIN redemption ON redemption.program_id = ${programId}::uuid
        AND redemption.redemption_id = coalesce(hold.redemption_id, wanted.thing)
    ) AS named
    WHERE name <> ''`;
  const names = new Map(rows.map(({ thing, name }) => [thing, name]));
  return (entry) => names.get(thingOf(entry) ?? "") ?? null;
}
