import { Prisma, type Tx } from "@/lib/db";
import type { ImageRow } from "@/lib/images";
import type { PointTypeRow } from "./point-types";
import type { CardPattern, ProgramDto } from "./schema";

export type ProgramRow = Omit<ProgramDto, "pointType" | "pointTypes" | "ledgerPolicy" | "brand"> & {
  tagline: string | null;
  logo: StoredImage | null;
  cardImage: StoredImage | null;
  cardPattern: CardPattern;
  pointTypes: PointTypeRow[] | null;
  ledgerPolicy: unknown;
};

/** What never changes about an image; its ids are UUIDs. */
type StoredImage = Omit<ImageRow, "contentHash" | "createdAt">;

/** One of the program's images as JSON. */
function imageOf(imageId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    (SELECT jsonb_build_object('programId', image.program_id, 'imageId', image_id, 'width', width, 'height', height,
                               'widths', widths, 'alpha', alpha, 'blurColour', blur_colour, 'mosaic', mosaic)
     FROM image WHERE image.program_id = program.program_id AND image_id = ${imageId})`;
}

/** Programs with their point types, in one statement: both are of the same instant. */
function programsQuery(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT program_id AS "programId", organization_id AS "organizationId", slug, name,
           business_model::text AS "businessModel", currency, time_zone AS "timeZone", locale, sandbox,
           brand_hue AS "brandHue", tagline, card_pattern AS "cardPattern",
           ${imageOf(Prisma.sql`logo_image_id`)} AS logo, ${imageOf(Prisma.sql`card_image_id`)} AS "cardImage", card_prefix AS "cardPrefix", lanes,
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
