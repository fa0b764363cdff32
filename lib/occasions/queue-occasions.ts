import { sha256Hex } from "@/lib/core/hash";
import { newId } from "@/lib/core/ids";
import type { SqlTx } from "@/lib/db";
import { OCCASIONS, type OccasionName, OWN_SOURCE } from "./schema";
import { insertOccasionRows, type OccasionRow, selectAwaited } from "./sql";

/** Something that happened to a member and that campaigns may begin with. */
export type Occasion = {
  name: OccasionName;
  memberId: string;
  lane: number;
  occurredAt: Date;
  attributes?: Record<string, string | number | boolean>;
  /** Queued at most once, however often it is noticed: `birthday:<member>:2026`. */
  once?: string;
  /** How many occasions in a row led to this one. */
  chain?: number;
};

/** Campaigns that answer each other's occasions come to an end here. */
const MAX_CHAIN = 8;

/**
 * Queues what happened as events, in the transaction in which it happened: those that a campaign in force begins
 * with, the others are nobody's business.
 */
export async function queueOccasions(
  tx: SqlTx,
  programId: string,
  occasions: readonly Occasion[],
  now: Date,
): Promise<void> {
  if (occasions.length === 0) return;
  const names = [...new Set(occasions.map(({ name }) => name))];
  const awaited = await selectAwaited(tx, programId, names);
  const wanted = occasions.filter(({ name }) => awaited.has(name));
  await insertOccasions(tx, programId, wanted, now);
}

/** The names of all the occasions that campaigns in force begin with. */
export function readAwaited(tx: SqlTx, programId: string): Promise<Set<string>> {
  return selectAwaited(tx, programId, Object.keys(OCCASIONS));
}

/** The same for those who know that campaigns begin with them. */
export async function insertOccasions(
  tx: SqlTx,
  programId: string,
  occasions: readonly Occasion[],
  now: Date,
): Promise<void> {
  const rows = occasions.filter(({ chain = 0 }) => chain <= MAX_CHAIN).map(toRow);
  if (rows.length > 0) await insertOccasionRows(tx, programId, rows, now);
}

function toRow({ name, memberId, lane, occurredAt, attributes, once, chain }: Occasion): OccasionRow {
  const eventId = newId();
  const externalId = once ?? eventId;
  const payload = JSON.stringify({
    type: "custom",
    name,
    id: externalId,
    source: OWN_SOURCE,
    occurredAt: occurredAt.toISOString(),
    attributes,
    chain,
  });
  return {
    eventId,
    externalId,
    type: `custom:${name}`,
    memberId,
    lane,
    occurredAt,
    payload,
    payloadHash: sha256Hex(`${memberId}\n${payload}`),
  };
}
