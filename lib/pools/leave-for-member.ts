import { toTypeId } from "@/lib/core/ids";
import type { Arrival } from "@/lib/events";
import type { Desk, Passing } from "@/lib/wallet";
import type { PoolRow } from "./sql";

/** Enters that points leave a pool for one of its members. @returns what brings them there */
export function leaveForMember(
  desk: Desk,
  { poolId, name }: PoolRow,
  {
    memberId,
    lane,
    passing: { movements, lots },
    reason,
    causeId,
  }: { memberId: string; lane: number; passing: Passing; reason: string | undefined; causeId: string },
): Omit<Arrival, "sender"> {
  const why = reason === undefined ? {} : { reason };
  desk.enter({
    causeId,
    memberId: poolId,
    subject: { type: "pool_out", pool: poolId, name, member: memberId, ...why },
    movements,
  });
  return {
    id: toTypeId("act", causeId),
    to: { partyId: memberId, lane },
    subject: { type: "pool_in", pool: poolId, name, ...why },
    lots,
  };
}
