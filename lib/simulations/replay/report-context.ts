import type { Day } from "@/lib/core/calendar";
import type { PointTypeDto } from "@/lib/programs";

/** What the report needs beside the replay. */
export type ReportContext = {
  pointTypes: readonly PointTypeDto[];
  /** First and last day of the period. */
  from: Day;
  to: Day;
  upliftPercent: number | null;
  /** What all members of the program have spent and let lapse so far, for the share that ends unused. */
  everSpent: number;
  everExpired: number;
};

/** What points cost in minor units, rounded up. */
export function costOfPoints(points: number, pointTypeNo: number, { pointTypes }: ReportContext): number {
  const value = pointTypes.find((type) => type.pointTypeNo === pointTypeNo)?.valuePerThousandMinor ?? 0;
  return Math.ceil((points * value) / 1_000);
}
