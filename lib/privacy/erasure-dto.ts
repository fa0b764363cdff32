import type { Prisma } from "@/lib/db";
import { ERASURE_WAITS, type ErasureDto, WAIT_CODES } from "./schema";

export type ErasureRow = Prisma.ErasureGetPayload<Record<string, never>>;

export function toErasureDto(row: ErasureRow): ErasureDto {
  return {
    erasureId: row.erasureId,
    memberId: row.memberId,
    state: row.state,
    requestedAt: row.requestedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    waitsFor: ERASURE_WAITS.find((wait) => WAIT_CODES[wait] === row.error) ?? null,
    pointsForfeited: Number(row.pointsForfeited),
  };
}
