import { present } from "@/lib/core/assert";
import type { SqlTx } from "@/lib/db";
import type { ItemResult } from "./schema";
import { type EventRow, findEventsByExternalId } from "./sql";

/** Says of events whose id was used before whether they are the same. */
export async function settleKnown(
  { programId, tx }: { programId: string; tx: SqlTx },
  rows: readonly { index: number; row: EventRow }[],
): Promise<ItemResult[]> {
  if (rows.length === 0) return [];
  const known = await findEventsByExternalId(
    tx,
    programId,
    rows.map(({ row }) => row),
  );
  return rows.map(({ index, row }) => {
    const { eventId, payloadHash } = present(
      known.get(`${row.source}\n${row.externalId}`),
      "what was not inserted exists",
    );
    if (payloadHash === row.payloadHash) return { index, id: row.externalId, status: "duplicate", eventId };
    return {
      index,
      id: row.externalId,
      status: "rejected",
      error: {
        code: "id_conflict",
        detail: "An event with this id and other content was accepted before. Use a new id.",
        pointer: `/events/${index}/id`,
      },
    };
  });
}
