import type { Ctx } from "@/lib/auth/context";
import { localDay } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { type Occasion, queueOccasions } from "@/lib/occasions";
import { emit } from "@/lib/outbox";
import type { ProgramDto } from "@/lib/programs";
import { drawCardNumber } from "./card-number";
import { MEMBERS_JOINED, type MembersJoined } from "./events";
import { laneOf } from "./lane";
import type { MemberDto, NewMember } from "./schema";
import { searchWords } from "./search-words";
import { insertMembers, type MemberRow } from "./sql";

const ROWS_A_STATEMENT = 2_000;
/** Of 10^9 card numbers a few clash in a large load; to clash so often in a row is a fault elsewhere. */
const CARD_DRAWS = 8;

type Prepared = { item: NewMember; row: MemberRow };

/**
 * Inserts members inside the caller's transaction, drawing another card number where one is taken.
 * @returns `created` in the order of `items`; `refused`: items whose external id or e-mail is taken
 */
export async function insertNewMembers(
  tx: Tx,
  ctx: Ctx,
  program: ProgramDto,
  items: readonly NewMember[],
): Promise<{ created: MemberDto[]; refused: NewMember[] }> {
  const created: MemberDto[] = [];
  const refused: NewMember[] = [];
  for (let start = 0; start < items.length; start += ROWS_A_STATEMENT) {
    const slice = items
      .slice(start, start + ROWS_A_STATEMENT)
      .map((item) => ({ item, row: prepareRow(item, program, ctx.clock.now()) }));
    const outcome = await insertSlice(tx, ctx.programId, slice);
    created.push(...outcome.created.map(({ item, row }) => toDto(item, row)));
    refused.push(...outcome.refused.map(({ item }) => item));
    if (outcome.created.length > 0) {
      const payload: MembersJoined = { memberIds: outcome.created.map(({ row }) => row.memberId) };
      await emit(tx, ctx, MEMBERS_JOINED, payload);
      await queueOccasions(
        tx,
        ctx.programId,
        outcome.created.flatMap(({ row }) => joining(row, program)),
        ctx.clock.now(),
      );
    }
  }
  return { created, refused };
}

/** Those who joined before the program took events are brought over: theirs is not news. */
function joining({ memberId, lane, joinedAt }: MemberRow, program: ProgramDto): Occasion[] {
  if (localDay(joinedAt, program.timeZone) < program.eventsFrom) return [];
  return [{ name: "member.joined", memberId, lane, occurredAt: joinedAt, once: `joined:${memberId}` }];
}

async function insertSlice(tx: Tx, programId: string, slice: Prepared[]) {
  const inserted = new Set<string>();
  const refused = new Set<Prepared>();
  let pending = slice;
  for (let draw = 1; pending.length > 0; draw += 1) {
    if (draw > CARD_DRAWS) throw new Error(`no free card number after ${CARD_DRAWS} draws`);
    const landed = await insertMembers(
      tx,
      programId,
      pending.map(({ row }) => row),
    );
    for (const memberId of landed) inserted.add(memberId);
    pending = pending.filter(({ row }) => !landed.has(row.memberId));
    const taken = await takenKeys(tx, programId, pending);
    for (const prepared of pending) {
      if (taken.has(prepared.row.externalId) || taken.has(prepared.row.email)) refused.add(prepared);
      else redraw(prepared);
    }
    pending = pending.filter((prepared) => !refused.has(prepared));
  }
  return { created: slice.filter(({ row }) => inserted.has(row.memberId)), refused: [...refused] };
}

/** External ids and e-mails of the rows that some member already has. */
async function takenKeys(tx: Tx, programId: string, pending: Prepared[]): Promise<Set<string | null>> {
  const externalIds = pending.flatMap(({ row }) => row.externalId ?? []);
  const emails = pending.flatMap(({ row }) => row.email ?? []);
  if (externalIds.length + emails.length === 0) return new Set();
  const holders = await tx.member.findMany({
    where: { programId, OR: [{ externalId: { in: externalIds } }, { email: { in: emails } }] },
    select: { externalId: true, email: true },
  });
  const taken = new Set<string | null>(holders.flatMap(({ externalId, email }) => [externalId, email]));
  taken.delete(null);
  return taken;
}

function redraw({ row }: Prepared): void {
  row.cardNumber = drawCardNumber(row.cardNumber.replace(/\d+$/, ""));
  row.words = searchWords(row);
}

function prepareRow(item: NewMember, program: ProgramDto, now: Date): MemberRow {
  const memberId = item.memberId ?? newId();
  const row = {
    memberId,
    accountId: newId(),
    externalId: item.externalId ?? null,
    cardNumber: drawCardNumber(program.cardPrefix),
    lane: laneOf(memberId, program.lanes),
    name: item.name,
    email: item.email ?? null,
    phone: item.phone ?? null,
    attributes: JSON.stringify(item.attributes ?? {}),
    joinedAt: item.joinedAt ?? now,
    passwordHash: item.passwordHash ?? null,
    birthday: item.birthday ?? null,
    tier: item.tier ?? null,
    tags: JSON.stringify(item.tags ?? []),
  };
  return { ...row, words: searchWords(row) };
}

function toDto(item: NewMember, row: MemberRow): MemberDto {
  return {
    memberId: row.memberId,
    externalId: row.externalId,
    cardNumber: row.cardNumber,
    lane: row.lane,
    name: row.name,
    email: row.email,
    emailVerifiedAt: null,
    phone: row.phone,
    attributes: item.attributes ?? {},
    status: "active",
    joinedAt: row.joinedAt.toISOString(),
    hasPassword: row.passwordHash !== null,
    lastSignInAt: null,
    consents: {},
    locale: null,
    birthday: row.birthday,
    tier: row.tier,
    tags: item.tags ?? [],
  };
}
