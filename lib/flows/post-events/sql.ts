import type { CampaignDefinition } from "@/lib/campaigns";
import { Prisma, type Tx } from "@/lib/db";
import type { StoredPurchase } from "@/lib/events";
import type { MemberAttributes } from "@/lib/members";
import { type DecisionOutcome, decisionOutcome, type ProgramAccounts } from "@/lib/wallet";
import { type KnownPurchase, purchaseKey } from "./plan-slice";

/** A lane that this transaction has locked, with what its program posts by. */
export type LockedLane = {
  programId: string;
  lane: number;
  nextTransfer: number;
  blockNo: number;
  headHash: Uint8Array;
  ruleSetVersion: number;
  currency: string;
  timeZone: string;
  locale: string;
  pointName: string;
  expiresAfterMonths: number | null;
  accounts: ProgramAccounts;
};

type LaneRow = Omit<LockedLane, "nextTransfer" | "blockNo" | "accounts"> & {
  nextTransfer: bigint;
  blockNo: bigint;
  issued: string;
  returned: string;
};

/**
 * Locks the lane whose first event has waited longest, passing over lanes that somebody else is posting; null when
 * there is none. From here to the end of the transaction the planner keeps to nested loops over indexes: posting
 * touches a thousand rows at most, and a plan made while the tables were small must not read all of a big one.
 */
export async function lockWaitingLane(
  tx: Tx,
  { programId, lane }: { programId?: string; lane?: number },
): Promise<LockedLane | null> {
  const wanted = Prisma.join(
    [
      ...(programId === undefined ? [] : [Prisma.sql`lane.program_id = ${programId}::uuid`]),
      ...(lane === undefined ? [] : [Prisma.sql`lane.lane = ${lane}::smallint`]),
      Prisma.sql`TRUE`,
    ],
    " AND ",
  );
  const [row] = await tx.$queryRaw<LaneRow[]>`
    SELECT lane.program_id AS "programId", lane.lane, lane.next_transfer AS "nextTransfer",
           lane.block_no AS "blockNo", lane.head_hash AS "headHash",
           program.rule_set_version AS "ruleSetVersion", program.currency, program.time_zone AS "timeZone",
           program.locale, point_type.name AS "pointName",
           point_type.expires_after_months AS "expiresAfterMonths",
           issued.account_id AS issued, returned.account_id AS returned,
           set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
           set_config('enable_seqscan', 'off', true)
    FROM lane
    CROSS JOIN LATERAL (
      SELECT event_id FROM queue
      WHERE queue.program_id = lane.program_id AND queue.lane = lane.lane
      ORDER BY event_id
      LIMIT 1
    ) AS first
    JOIN program ON program.program_id = lane.program_id
    JOIN point_type ON point_type.program_id = lane.program_id AND point_type.point_type_no = 1
    JOIN account AS issued ON issued.program_id = lane.program_id AND issued.party = lane.program_id
      AND issued.point_type_no = 1 AND issued.kind = 'issued'
    JOIN account AS returned ON returned.program_id = lane.program_id AND returned.party = lane.program_id
      AND returned.point_type_no = 1 AND returned.kind = 'returned'
    WHERE ${wanted}
    ORDER BY first.event_id
    LIMIT 1
    FOR NO KEY UPDATE OF lane SKIP LOCKED`;
  if (!row) return null;
  const { issued, returned, nextTransfer, blockNo, ...rest } = row;
  return {
    ...rest,
    nextTransfer: Number(nextTransfer),
    blockNo: Number(blockNo),
    accounts: { issued, returned },
  };
}

export async function loadMembers(
  tx: Tx,
  programId: string,
  memberIds: readonly string[],
): Promise<Map<string, { attributes: MemberAttributes; joinedAt: Date }>> {
  const rows = await tx.$queryRaw<{ memberId: string; attributes: MemberAttributes; joinedAt: Date }[]>`
    SELECT member.member_id AS "memberId", member.attributes, member.joined_at AS "joinedAt"
    FROM unnest(${[...memberIds]}::uuid[]) AS wanted (member_id)
    CROSS JOIN LATERAL (
      SELECT member_id, attributes, joined_at FROM member
      WHERE program_id = ${programId}::uuid AND member_id = wanted.member_id
      LIMIT 1
    ) AS member`;
  return new Map(rows.map(({ memberId, ...member }) => [memberId, member]));
}

type PurchaseRow = {
  source: string;
  externalId: string;
  eventId: string;
  memberId: string;
  payload: StoredPurchase;
  outcome: unknown;
  returned: [number, number][] | null;
};

/** The purchases that returns name, with what they earned and what came back before. */
export async function loadPurchases(
  tx: Tx,
  programId: string,
  keys: readonly { source: string; externalId: string }[],
): Promise<Map<string, KnownPurchase>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.$queryRaw<PurchaseRow[]>`
    SELECT wanted.source, wanted.external_id AS "externalId", event.event_id AS "eventId",
           event.member_id AS "memberId", event.payload, decision.outcome, returned.lines AS returned
    FROM unnest(${keys.map((key) => key.source)}::text[], ${keys.map((key) => key.externalId)}::text[])
           AS wanted (source, external_id)
    CROSS JOIN LATERAL (
      SELECT event_id, member_id, payload FROM event
      WHERE program_id = ${programId}::uuid AND source = wanted.source AND external_id = wanted.external_id
        AND type = 'purchase'
      LIMIT 1
    ) AS event
    LEFT JOIN LATERAL (
      SELECT outcome FROM decision WHERE program_id = ${programId}::uuid AND event_id = event.event_id LIMIT 1
    ) AS decision ON TRUE
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_array(line_no, quantity_milli)) AS lines FROM returned_line
      WHERE program_id = ${programId}::uuid AND event_id = event.event_id
    ) AS returned ON TRUE`;
  return new Map(
    rows.map(({ source, externalId, eventId, memberId, payload, outcome, returned }) => [
      purchaseKey(source, externalId),
      { eventId, memberId, payload, outcome: readOutcome(outcome), returned: new Map(returned ?? []) },
    ]),
  );
}

function readOutcome(stored: unknown): DecisionOutcome | null {
  return stored === null ? null : decisionOutcome.parse(stored);
}

/** Tells the streams of every process, at commit, that the program has news. */
export async function announce(tx: Tx, channel: string, programId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${programId})`;
}

/** Takes one event out of the queue for good, if it still waits. @returns how often it had failed; null if gone */
export async function dropQueued(
  tx: Tx,
  { programId, lane, eventId }: { programId: string; lane: number; eventId: string },
): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ attempts: number }[]>`
    DELETE FROM queue
    WHERE program_id = ${programId}::uuid AND lane = ${lane}::smallint AND event_id = ${eventId}::uuid
    RETURNING attempts`;
  return row?.attempts ?? null;
}

/** Whether anything waits to be posted: what an idle worker asks before it opens a transaction. */
export async function isAnythingQueued(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ waiting: boolean }[]>`SELECT EXISTS (SELECT FROM queue) AS waiting`;
  return row?.waiting ?? false;
}

type RuleSetCampaign = { campaignId: string; version: number; definition: CampaignDefinition };

/** The campaigns of a rule set in evaluation order; none for version 0, before the first launch. */
export async function loadRuleSetCampaigns(
  tx: Tx,
  programId: string,
  ruleSetVersion: number,
): Promise<RuleSetCampaign[]> {
  return tx.$queryRaw<RuleSetCampaign[]>`
    SELECT version.campaign_id AS "campaignId", version.version, version.definition
    FROM rule_set
    CROSS JOIN LATERAL jsonb_array_elements(rule_set.campaigns) WITH ORDINALITY AS entry (campaign, place)
    JOIN campaign_version AS version ON version.program_id = rule_set.program_id
      AND version.campaign_id = (entry.campaign->>'campaignId')::uuid
      AND version.version = (entry.campaign->>'version')::int
    WHERE rule_set.program_id = ${programId}::uuid AND rule_set.version = ${ruleSetVersion}
    ORDER BY entry.place`;
}

type StandingRow = {
  lane: number;
  points: bigint | null;
  outcome: unknown;
  code: string | null;
  message: string | null;
};

/** Where an event stands, and on which lane; null when the program has no such event. */
export async function readStanding(tx: Tx, programId: string, eventId: string): Promise<StandingRow | null> {
  const [row] = await tx.$queryRaw<StandingRow[]>`
    SELECT member.lane, decision.points, decision.outcome, dead_letter.code, dead_letter.message
    FROM event
    JOIN member ON member.program_id = event.program_id AND member.member_id = event.member_id
    LEFT JOIN decision ON decision.program_id = event.program_id AND decision.event_id = event.event_id
    LEFT JOIN dead_letter ON dead_letter.program_id = event.program_id AND dead_letter.event_id = event.event_id
    WHERE event.program_id = ${programId}::uuid AND event.event_id = ${eventId}::uuid`;
  return row ?? null;
}
