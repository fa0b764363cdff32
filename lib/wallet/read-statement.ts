import { recallTellings } from "@/lib/campaigns";
import { present } from "@/lib/core/assert";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import type { ProgramDto } from "@/lib/programs";
import { isEventKind } from "./outcome";
import { readOutcomes } from "./read-outcomes";
import { listActivityRows } from "./read-sql";
import { readRewardNames, type ToldEntry } from "./reward-names-sql";
import type { ActivityEntry, ActivityKind } from "./schema";
import { tellEntry } from "./telling/tell-entry";
import { explain, headline, notFired, reasonInWords, type Wording } from "./wording";

/** Who reads a statement. */
export type StatementReader = {
  /** BCP 47: members read in its language; the program's own people in English, with its numbers. */
  locale: string;
  audience: "member" | "staff";
  /** How much of another member's name the reader may see. */
  nameOf: (name: string) => string;
};
type Told = Pick<ActivityEntry, "reason" | "headline" | "explanation" | "notFired">;

/**
 * The lines of a member's or a pool's statement, the newest first, in words. It asks for no permission.
 * @throws Invalid for a foreign cursor
 */
export async function readStatement(
  tx: Tx,
  program: ProgramDto,
  partyId: string,
  { cursor, limit, kind }: { cursor?: string | undefined; limit: number; kind?: ActivityKind | undefined },
  reader: StatementReader,
): Promise<Page<ActivityEntry>> {
  const { programId } = program;
  const rows = await listActivityRows(tx, programId, partyId, {
    before: cursor === undefined ? null : position(cursor),
    kind: kind ?? null,
    limit: limit + 1,
  });
  const page = toPage(rows, limit, (last) => [last.entryNo.toString()]);
  const outcomes = await readOutcomes(
    { programId, tx },
    page.items.map((row) => row.outcome),
  );
  const entries = page.items.map(({ causeId }, index) => ({
    causeId,
    outcome: present(outcomes[index], "one outcome for each that is stored"),
  }));
  const tell =
    reader.audience === "staff"
      ? staffTeller(program, reader)
      : await memberTeller(tx, program, reader, entries);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((row, index) => {
      const entry = present(entries[index], "one entry for each row");
      const counterpart = row.counterpart === null ? undefined : reader.nameOf(row.counterpart);
      return {
        causeId: row.causeId,
        type: row.kind,
        isEvent: isEventKind(row.kind),
        isReversed: row.isReversed,
        occurredAt: row.occurredAt.toISOString(),
        postedAt: row.postedAt.toISOString(),
        points: Number(row.delta),
        balanceAfter: Number(row.balanceAfter),
        ...tell(entry, counterpart),
      };
    }),
  };
}

type Teller = (entry: ToldEntry, counterpart: string | undefined) => Told;

/** To the program's own people, in the words in which it was decided. */
function staffTeller({ pointType, pointTypes }: ProgramDto, { locale }: StatementReader): Teller {
  return ({ outcome }, counterpart) => {
    const wording: Wording = {
      locale,
      pointName: pointType.name,
      pointTypes,
      counterpart,
    };
    return {
      reason: reasonInWords(outcome, wording),
      headline: headline(outcome, wording),
      explanation: explain(outcome, wording),
      notFired: notFired(outcome),
    };
  };
}

/** To members, in their language, from what the campaigns said when they decided. */
export async function memberTeller(
  tx: Tx,
  { programId, currency, timeZone, pointType, pointTypes, locale: own }: ProgramDto,
  { locale }: Pick<StatementReader, "locale">,
  entries: readonly ToldEntry[],
): Promise<Teller> {
  const wording = { locale, currency, timeZone, pointName: pointType.name, pointTypes };
  const [tellings, rewardOf] = await Promise.all([
    recallTellings(
      { programId, tx },
      entries.flatMap(({ outcome }) => outcome.campaigns),
      { ...wording, pointTypes: pointTypes.map(({ code, name }) => ({ code, name })) },
      own,
    ),
    readRewardNames(tx, programId, entries, new Intl.Locale(locale).language),
  ]);
  return (entry, counterpart) =>
    tellEntry(entry.outcome, { ...wording, ...tellings, counterpart, reward: rewardOf(entry) ?? undefined });
}

function position(cursor: string): bigint {
  const [entryNo] = decodeCursor(cursor);
  if (typeof entryNo === "string" && /^[1-9]\d{0,17}$/.test(entryNo)) return BigInt(entryNo);
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
