import type { Ctx } from "@/lib/auth/context";
import { type IdPrefix, isUuid, toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { inCamelCase, MEMBER_TABLES, readExportedRows } from "@/lib/privacy";
import { readActivity } from "@/lib/wallet";

/** One thing of a member that is exported: values that survive JSON. */
export type ExportRow = Record<string, unknown>;

/** A part of an export, read page by page. */
export type ExportSection = {
  name: string;
  /** Titles of its columns, in order. */
  columns: readonly string[];
  /** @param at where the page before ended; null: from the beginning */
  read(
    tx: Tx,
    ctx: Ctx,
    memberId: string,
    page: { at: string | null; limit: number },
  ): Promise<{ rows: ExportRow[]; next: string | null }>;
};

/** Ids leave as the product writes them everywhere else. */
const ID_COLUMNS: Record<string, IdPrefix> = {
  memberId: "mem",
  fromMember: "mem",
  toMember: "mem",
  blockedMemberId: "mem",
  referrerId: "mem",
  refereeId: "mem",
  eventId: "evt",
  causeId: "act",
  transferId: "xfer",
  adjustmentId: "adj",
  holdId: "hold",
  voucherId: "vou",
  poolId: "pool",
  campaignId: "camp",
  redemptionId: "red",
  rewardId: "rwd",
  paymentId: "pay",
  messageId: "msg",
  callId: "call",
  jobId: "job",
};

const ACTIVITY_COLUMNS = ["id", "type", "occurredAt", "points", "balanceAfter", "reason", "explanation"];

/** Every line of the statement with the reason that the member reads. */
const activity: ExportSection = {
  name: "activity",
  columns: ACTIVITY_COLUMNS,
  async read(tx, ctx, memberId, { at, limit }) {
    const own = { ...ctx, tx, actor: { kind: "member", memberId } as const };
    const page = await readActivity(own, memberId, { ...(at !== null && { cursor: at }), limit });
    const rows = page.items.map((entry) => ({
      id: toTypeId("act", entry.causeId),
      type: entry.type,
      occurredAt: entry.occurredAt,
      points: entry.points,
      balanceAfter: entry.balanceAfter,
      reason: entry.reason,
      explanation: entry.explanation,
    }));
    return { rows, next: page.nextCursor };
  },
};

/** The parts of an export in the order of the map of personal data. */
export const EXPORT_SECTIONS: readonly ExportSection[] = MEMBER_TABLES.flatMap((entry) => {
  if (!("as" in entry.export)) return [];
  if (entry.export.as === activity.name) return [activity];
  const { as: name, columns } = entry.export;
  return [
    {
      name,
      columns: columns.map(inCamelCase),
      async read(tx, ctx, memberId, { at, limit }) {
        const offset = Number(at ?? 0);
        const source = { table: entry.table, of: entry.of, columns };
        const rows = await readExportedRows(tx, ctx.programId, memberId, source, { offset, limit });
        const next = rows.length < limit ? null : String(offset + limit);
        return { rows: rows.map(withTypeIds), next };
      },
    } satisfies ExportSection,
  ];
});

function withTypeIds(row: ExportRow): ExportRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const prefix = ID_COLUMNS[name];
      const isId = prefix !== undefined && typeof value === "string" && isUuid(value);
      return [name, isId ? toTypeId(prefix, value) : value];
    }),
  );
}
