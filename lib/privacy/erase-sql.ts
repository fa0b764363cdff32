import { Prisma, type Tx } from "@/lib/db";
import { type Erasing, MEMBER_TABLES } from "./personal-data";
import { isAbout, named } from "./subject-sql";

type Generic = Exclude<Erasing, "replace">;

const WRITTEN: Record<Generic, (column: Prisma.Sql) => Prisma.Sql> = {
  clear: () => Prisma.sql`NULL`,
  blank: () => Prisma.sql`'–'`,
  empty: () => Prisma.sql`'{}'`,
  redact: (column) => Prisma.sql`redact_json(${column}, '{}', '{}', '{}')`,
};

/**
 * Takes out of every table what the map of personal data says that a member leaves with, but for what has a statement
 * of its own.
 * @returns rows by table
 */
export async function scrubTables(
  tx: Tx,
  programId: string,
  memberId: string,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  // What belongs to a row of another table is found through it: that one comes later.
  const inOrder = [...MEMBER_TABLES].sort((one, other) => rankOf(one.of) - rankOf(other.of));
  for (const { table, of, erase } of inOrder) {
    const about = isAbout({ table, of }, programId, memberId);
    if (erase === "rows") {
      counts[table] = await tx.$executeRaw`DELETE FROM ${named(table)} WHERE ${about}`;
      continue;
    }
    const columns = Object.entries(erase).flatMap(([column, how]) =>
      how === "replace" ? [] : [Prisma.sql`${named(column)} = ${WRITTEN[how](named(column))}`],
    );
    if (columns.length === 0) continue;
    counts[table] = await tx.$executeRaw`UPDATE ${named(table)} SET ${Prisma.join(columns)} WHERE ${about}`;
  }
  return counts;
}

function rankOf(of: object): number {
  return "table" in of ? 0 : 1;
}

/** What the member is known by. */
export type Identifiers = {
  externalId: string | null;
  cardNumber: string;
  name: string;
  email: string | null;
  phone: string | null;
};

export async function readIdentifiers(
  tx: Tx,
  programId: string,
  memberId: string,
): Promise<Identifiers | null> {
  return tx.member.findUnique({
    where: { programId_memberId: { programId, memberId } },
    select: { externalId: true, cardNumber: true, name: true, email: true, phone: true },
  });
}

/** What the mail is called that tells an address that it is the member's no longer. */
const LEFT_BEHIND = "email_changed";

/** Addresses that were the member's before the one that they have, as far as mails still tell, and are nobody else's. */
export async function readFormerAddresses(tx: Tx, programId: string, memberId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ recipient: string }[]>`
    SELECT DISTINCT recipient FROM mail
    WHERE program_id = ${programId}::uuid AND member_id = ${memberId}::uuid AND kind = ${LEFT_BEHIND}
      AND recipient IS NOT NULL AND NOT EXISTS (
        SELECT FROM member
        WHERE member.program_id = ${programId}::uuid AND member.email = mail.recipient
          AND member.member_id <> ${memberId}::uuid)`;
  return rows.map(({ recipient }) => recipient);
}

export const ERASED_NAME = "Former member";

/** The member stays as a number that the ledger knows: closed, with a card number that says nothing. */
export async function pseudonymise(tx: Tx, programId: string, memberId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE member
    SET status = 'closed', name = ${ERASED_NAME},
        card_number = 'X' || upper(replace(gen_random_uuid()::text, '-', ''))
    WHERE program_id = ${programId}::uuid AND member_id = ${memberId}::uuid AND name <> ${ERASED_NAME}`;
}
