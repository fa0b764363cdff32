import type { Tx } from "@/lib/db";

/** Most people who are written to. */
const MAX_KEEPERS = 20;

/** Addresses of the people of the program's own company who may keep its catalogue. */
export async function selectKeepers(tx: Tx, programId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ email: string }[]>`
    SELECT person.email FROM program
    JOIN organization_user AS part ON part.organization_id = program.organization_id
    JOIN app_user AS person ON person.user_id = part.user_id
    WHERE program.program_id = ${programId}::uuid AND part.role IN ('owner', 'admin', 'marketer')
    ORDER BY person.user_id
    LIMIT ${MAX_KEEPERS}`;
  return rows.map(({ email }) => email);
}

/** Where a reward partner is written to; null: nowhere. */
export async function selectPartnerContact(
  tx: Tx,
  programId: string,
  partnerId: string,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ email: string | null }[]>`
    SELECT contact_email AS email FROM reward_partner
    WHERE program_id = ${programId}::uuid AND partner_id = ${partnerId}::uuid`;
  return row?.email ?? null;
}
