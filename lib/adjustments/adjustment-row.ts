import { readActorNames } from "@/lib/auth/actor-names";
import { present } from "@/lib/core/assert";
import { NotFound } from "@/lib/core/errors";
import type { Prisma, Tx } from "@/lib/db";
import { type PointTypeDto, readProgram } from "@/lib/programs";
import type { AdjustmentDto, Doer } from "./schema";
import { readBalances } from "./sql";

export type AdjustmentRow = Prisma.AdjustmentGetPayload<Record<string, never>>;

/** @throws NotFound when the program has no such adjustment */
export async function findAdjustment(
  tx: Tx,
  programId: string,
  adjustmentId: string,
): Promise<AdjustmentRow> {
  const row = await tx.adjustment.findUnique({
    where: { programId_adjustmentId: { programId, adjustmentId } },
  });
  if (row === null) throw new NotFound("adjustment");
  return row;
}

/** The same for one row. */
export async function toAdjustmentDto(tx: Tx, row: AdjustmentRow): Promise<AdjustmentDto> {
  const [dto] = await toAdjustmentDtos(tx, await readProgram(row.programId, tx), [row]);
  return present(dto, "one row gives one adjustment");
}

/** Rows with the names of the members and of those who asked and decided, in the same order. */
export async function toAdjustmentDtos(
  tx: Tx,
  program: { programId: string; pointTypes: readonly PointTypeDto[] },
  rows: readonly AdjustmentRow[],
): Promise<AdjustmentDto[]> {
  const { programId, pointTypes } = program;
  const waiting = rows.filter(({ state }) => state === "pending");
  const members = await tx.member.findMany({
    where: { programId, memberId: { in: rows.map(({ memberId }) => memberId) } },
    select: { memberId: true, name: true },
  });
  const actors = await readActorNames(
    tx,
    programId,
    rows.flatMap(({ requestedBy, decidedBy }) => [requestedBy, decidedBy]),
  );
  const balances = await readBalances(tx, programId, waiting);
  const names = new Map(members.map(({ memberId, name }) => [memberId, name]));
  const doer = (ref: string): Doer => ({ ref, name: actors.get(ref) ?? null });
  return rows.map(({ programId: _, pointTypeNo, aloneCount, alonePoints, ...row }) => {
    const pointType = present(
      pointTypes.find((type) => type.pointTypeNo === pointTypeNo),
      "point types are never removed",
    );
    return {
      ...row,
      memberName: names.get(row.memberId) ?? "",
      pointType: { code: pointType.code, name: pointType.name },
      points: Number(row.points),
      before: { count: aloneCount, points: Number(alonePoints) },
      expiresOn: row.expiresOn?.toISOString().slice(0, 10) ?? null,
      requestedBy: doer(row.requestedBy),
      requestedAt: row.requestedAt.toISOString(),
      decidedBy: row.decidedBy === null ? null : doer(row.decidedBy),
      decidedAt: row.decidedAt?.toISOString() ?? null,
      balance: row.state === "pending" ? (balances.get(`${row.memberId} ${pointTypeNo}`) ?? 0) : null,
    };
  });
}
