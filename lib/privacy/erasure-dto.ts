import type { Prisma } from "@/lib/db";
import type { ErasureDto } from "./schema";

export type ErasureRow = Prisma.ErasureGetPayload<Record<string, never>>;

export function toErasureDto(row: ErasureRow): ErasureDto {
  return {
    erasureId: row.erasureId,
    memberId: row.memberId,
    state: row.state,
    requestedAt: row.requestedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    pointsForfeited: Number(row.pointsForfeited),
  };
}
