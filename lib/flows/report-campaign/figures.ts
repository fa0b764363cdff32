import type { CampaignFigures } from "@/lib/analytics/schema";
import type { FigureRow } from "./sql";

/** What points cost: minor units for a thousand of them, begun units in full. */
export function costOf(points: number, valuePerThousandMinor: number): number {
  return Math.ceil((Math.max(0, points) * valuePerThousandMinor) / 1_000);
}

export function figuresOf(row: FigureRow, valuePerThousandMinor: number): CampaignFigures {
  const { benefits, awards, members } = row;
  const issued = Number(row.issued);
  const takenBack = Number(row.takenBack);
  const costMinor = costOf(issued - takenBack, valuePerThousandMinor) + Number(row.vouchersMinor);
  return { issued, takenBack, benefits, awards, members, costMinor };
}

export const NO_FIGURES: CampaignFigures = {
  issued: 0,
  takenBack: 0,
  benefits: 0,
  awards: 0,
  members: 0,
  costMinor: 0,
};
