import type { CampaignFigures } from "@/lib/analytics/schema";
import type { FigureRow } from "./sql";

/** What points cost: minor units for a thousand of them, begun units in full. */
export function costOf(points: number, valuePerThousandMinor: number): number {
  return Math.ceil((Math.max(0, points) * valuePerThousandMinor) / 1_000);
}

export function figuresOf(row: FigureRow, valuePerThousandMinor: number): CampaignFigures {
  const issued = Number(row.issued);
  const takenBack = Number(row.takenBack);
  const costMinor = costOf(issued - takenBack, valuePerThousandMinor);
  return { issued, takenBack, awards: row.awards, members: row.members, costMinor };
}

export const NO_FIGURES: CampaignFigures = { issued: 0, takenBack: 0, awards: 0, members: 0, costMinor: 0 };
