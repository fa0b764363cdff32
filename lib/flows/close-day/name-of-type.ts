import { SPENDABLE_POINT_TYPE } from "@/lib/programs";
import type { LockedLane } from "@/lib/wallet";

/** What a line of the statement calls points of another type than the spendable one, which goes without saying. */
export function nameOfType(
  { pointTypes }: Pick<LockedLane, "pointTypes">,
  pointTypeNo: number,
): { pointName?: string } {
  if (pointTypeNo === SPENDABLE_POINT_TYPE) return {};
  const found = pointTypes.find((type) => type.pointTypeNo === pointTypeNo);
  return found === undefined ? {} : { pointName: found.name };
}
