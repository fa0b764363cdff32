import { present } from "@/lib/core/assert";
import type { Tx } from "@/lib/db";
import { type Desk, disposable, type Passing, passingOf, planDraw } from "@/lib/wallet";
import { PoolRefused } from "./errors";
import { apportion, shareOut } from "./share-out";
import { isAnythingArriving, type PoolRow } from "./sql";

/** What one member gets of a pool that is dissolved; null: nothing. */
export type Share = {
  memberId: string;
  name: string;
  lane: number;
  contributed: number;
  points: number;
  passing: Passing | null;
};

/**
 * Divides what is left of a pool among its active members, in proportion to what each has contributed. Points past
 * their last day stay behind and expire with the day.
 * @throws PoolRefused `points_arriving` while points are on their way into it, `points_held`
 */
export async function planDissolution(
  tx: Tx,
  { programId }: { programId: string },
  desk: Desk,
  pool: PoolRow,
): Promise<{ points: number; shares: Share[] }> {
  const { poolId } = pool;
  if (await isAnythingArriving(tx, programId, pool)) {
    throw new PoolRefused(
      "points_arriving",
      "Something is on its way into this pool. Try again in a moment.",
    );
  }
  const purse = desk.purseOf(poolId);
  if (purse.held > 0) {
    throw new PoolRefused("points_held", "Some of it is set aside. Try again when that has ended.");
  }
  const members = await tx.poolMember.findMany({
    where: { programId, poolId, state: "active" },
    orderBy: [{ joinedAt: "asc" }, { memberId: "asc" }],
    select: { memberId: true, contributed: true },
  });
  const people = await tx.member.findMany({
    where: { programId, memberId: { in: members.map(({ memberId }) => memberId) } },
    select: { memberId: true, name: true, lane: true },
  });
  const byId = new Map(people.map((person) => [person.memberId, person]));
  const points = disposable(purse, desk.today);
  const contributions = members.map(({ contributed }) => Number(contributed));
  const amounts = apportion(points, contributions);
  const slices = points === 0 ? [] : present(planDraw(purse, points, desk.today), "the pool has what it has");
  const parts = shareOut(slices, amounts);
  return {
    points,
    shares: members.map(({ memberId }, index) => {
      const own = parts[index] ?? [];
      return {
        ...present(byId.get(memberId), "members of a pool are members"),
        contributed: contributions[index] ?? 0,
        points: amounts[index] ?? 0,
        passing: own.length === 0 ? null : passingOf(purse, own, desk.today),
      };
    }),
  };
}
