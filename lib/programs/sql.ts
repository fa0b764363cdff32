import { Prisma, type Tx } from "@/lib/db";
import type { PointTypeRow } from "./point-types";
import type { ProgramDto } from "./schema";

export type ProgramRow = Omit<ProgramDto, "pointType" | "pointTypes" | "ledgerPolicy"> & {
  pointTypes: PointTypeRow[] | null;
  ledgerPolicy: unknown;
};

/** Programs with their point types, in one statement: both are of the same instant. */
function programsQuery(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT program_id AS "programId", organization_id AS "organizationId", slug, name,
           business_model::text AS "businessModel", currency, time_zone AS "timeZone", locale, sandbox,
           brand_hue AS "brandHue", card_prefix AS "cardPrefix", lanes,
           to_char(events_from, 'YYYY-MM-DD') AS "eventsFrom", rule_set_version AS "ruleSetVersion",
           ledger_policy AS "ledgerPolicy", campaign_approval AS "campaignApproval",
           (SELECT jsonb_agg(jsonb_build_object('pointTypeNo', point_type_no, 'code', code, 'name', point_type.name,
                                                'spendable', spendable, 'expiry', expiry, 'pending', pending,
                                                'returnPolicy', return_policy,
                                                'valuePerThousandMinor', value_per_thousand_minor) ORDER BY point_type_no)
            FROM point_type WHERE point_type.program_id = program.program_id) AS "pointTypes"
    FROM program
    WHERE ${condition}`;
}

export async function selectProgram(client: Tx, programId: string): Promise<ProgramRow | null> {
  const [row] = await client.$queryRaw<ProgramRow[]>(
    programsQuery(Prisma.sql`program_id = ${programId}::uuid`),
  );
  return row ?? null;
}

export async function selectProgramBySlug(client: Tx, slug: string): Promise<ProgramRow | null> {
  const [row] = await client.$queryRaw<ProgramRow[]>(programsQuery(Prisma.sql`slug = ${slug}`));
  return row ?? null;
}

/** A company's programs, those in use before sandboxes, then by name. */
export async function selectProgramsOf(
  client: Tx,
  organizationId: string,
  limit: number,
): Promise<ProgramRow[]> {
  return client.$queryRaw<ProgramRow[]>(
    programsQuery(
      Prisma.sql`organization_id = ${organizationId}::uuid ORDER BY sandbox, name LIMIT ${limit}`,
    ),
  );
}

/**
 * Locks the program for a change of its settings, so that two changes never cross.
 * @returns the codes of its point types, in the order of their numbers
 */
export async function lockPointTypes(tx: Tx, programId: string): Promise<string[]> {
  await tx.$queryRaw`SELECT FROM program WHERE program_id = ${programId}::uuid FOR NO KEY UPDATE`;
  const rows = await tx.$queryRaw<{ code: string }[]>`
    SELECT code FROM point_type WHERE program_id = ${programId}::uuid ORDER BY point_type_no`;
  return rows.map(({ code }) => code);
}
