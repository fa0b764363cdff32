import type { Tx } from "@/lib/db";
import { MAX_PARTNERS, type Part } from "./schema";

export type PartnerRow = {
  partnerId: string;
  key: string | null;
  name: string;
  parts: Part[];
  sponsor: string | null;
  contactEmail: string | null;
  orderUrl: string | null;
  people: number;
  publishedRewards: number;
  openOrders: number;
  createdAt: Date;
};

/** Locks the program for a change of who takes part, so that two changes never cross. */
export async function lockPartners(tx: Tx, programId: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM program WHERE program_id = ${programId}::uuid FOR NO KEY UPDATE`;
}

/** The companies that take part as reward partners or sponsors, by name. @param only one of them */
export async function selectPartners(tx: Tx, programId: string, only?: string): Promise<PartnerRow[]> {
  return tx.$queryRaw<PartnerRow[]>`
    SELECT part.organization_id AS "partnerId", rp.key, o.name, part.parts, s.code AS sponsor,
           rp.contact_email AS "contactEmail", rp.order_url AS "orderUrl",
           (SELECT count(*)::int FROM organization_user ou WHERE ou.organization_id = part.organization_id) AS people,
           (SELECT count(*)::int FROM reward r
            WHERE r.program_id = ${programId}::uuid AND r.partner_id = part.organization_id
              AND r.state = 'published') AS "publishedRewards",
           (SELECT count(*)::int FROM redemption d
            WHERE d.program_id = ${programId}::uuid AND d.partner_id = part.organization_id
              AND d.state = 'reserved') AS "openOrders",
           o.created_at AS "createdAt"
    FROM (
      SELECT organization_id, array_agg(role::text ORDER BY role DESC) AS parts
      FROM program_participant
      WHERE program_id = ${programId}::uuid AND role IN ('REWARD_PARTNER', 'SPONSOR')
        AND (${only ?? null}::uuid IS NULL OR organization_id = ${only ?? null}::uuid)
      GROUP BY organization_id
    ) part
    JOIN organization o USING (organization_id)
    LEFT JOIN sponsor s ON s.program_id = ${programId}::uuid AND s.organization_id = part.organization_id
    LEFT JOIN reward_partner rp ON rp.program_id = ${programId}::uuid AND rp.partner_id = part.organization_id
    ORDER BY o.name, part.organization_id
    LIMIT ${MAX_PARTNERS}`;
}

export type OwedRow = {
  rewardId: string;
  rewardName: string;
  fulfilled: bigint;
  reversed: bigint;
  amountMinor: bigint;
};

/**
 * What was fulfilled, and taken back, of a partner's rewards in a span of time: by the instants at which it happened,
 * so that a month that is over never changes.
 */
export async function selectOwed(
  tx: Tx,
  programId: string,
  { partnerId, from, until }: { partnerId: string; from: Date; until: Date },
): Promise<OwedRow[]> {
  return tx.$queryRaw<OwedRow[]>`
    SELECT item.reward_id AS "rewardId", r.name AS "rewardName",
           sum(item.fulfilled) AS fulfilled, sum(item.reversed) AS reversed, sum(item.amount) AS "amountMinor"
    FROM (
      SELECT reward_id, 1 AS fulfilled, 0 AS reversed, cost_minor AS amount
      FROM redemption
      WHERE program_id = ${programId}::uuid AND partner_id = ${partnerId}::uuid
        AND fulfilled_at >= ${from} AND fulfilled_at < ${until}
      UNION ALL
      SELECT reward_id, 0, 1, -cost_minor
      FROM redemption
      WHERE program_id = ${programId}::uuid AND partner_id = ${partnerId}::uuid AND state = 'reversed'
        AND closed_at >= ${from} AND closed_at < ${until}
    ) item
    JOIN reward r ON r.program_id = ${programId}::uuid AND r.reward_id = item.reward_id
    GROUP BY item.reward_id, r.name
    ORDER BY r.name, item.reward_id`;
}

/** Whether a company takes part in programs of anybody else. */
export async function takesPartElsewhere(tx: Tx, programId: string, partnerId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM program_participant AS part
    JOIN program AS own ON own.program_id = ${programId}::uuid
    JOIN program AS other ON other.program_id = part.program_id
    WHERE part.organization_id = ${partnerId}::uuid AND other.organization_id <> own.organization_id
    LIMIT 1`;
  return rows.length > 0;
}
