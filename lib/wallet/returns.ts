import { AppError } from "@/lib/core/errors";
import type { BookedAward, TakeBack } from "./posting";

/** A purchase as a return sees it. */
export type ReturnedPurchase = {
  eventId: string;
  /** Quantity of each line, in thousandths of a piece; a purchase without lines counts as one line of one piece. */
  quantities: number[];
  awards: BookedAward[];
  /** What came back before, by line, in thousandths of a piece. */
  returned: ReadonlyMap<number, number>;
};

export type ReturnRequest = { line: number; quantityMilli: number }[] | "everything";

export type ReturnedLine = {
  line: number;
  /** All that has come back of the line, this return included, in thousandths of a piece. */
  quantityMilli: number;
  /** All points that returns have taken back for the line, this one included. */
  points: number;
  /** The same without this return. */
  before: { quantityMilli: number; points: number };
};

export class ReturnRefused extends AppError {
  constructor(code: string, publicMessage: string) {
    super({ code, status: 422, message: publicMessage, publicMessage });
  }
}

/**
 * What a return takes back. Each line gives back what that line earned, in proportion to what came back of it
 * so far, rounded down: however many parts a line comes back in, the total is what one full return would take.
 * @throws ReturnRefused `no_such_line`, `returned_too_much`, `nothing_to_return`
 */
export function planReturn(
  purchase: ReturnedPurchase,
  request: ReturnRequest,
): { takeBacks: (TakeBack & { award: BookedAward; before: number })[]; lines: ReturnedLine[] } {
  const before = (line: number) => purchase.returned.get(line);
  const after = new Map<number, number>();
  if (request === "everything") {
    purchase.quantities.forEach((bought, line) => {
      if (before(line) !== bought) after.set(line, bought);
    });
    if (after.size === 0) {
      throw new ReturnRefused("nothing_to_return", "Everything in this purchase was returned before.");
    }
  } else {
    for (const { line, quantityMilli } of request) {
      const bought = purchase.quantities[line];
      if (bought === undefined) {
        throw new ReturnRefused(
          "no_such_line",
          `The purchase has no line ${line}; its ${purchase.quantities.length} lines count from 0.`,
        );
      }
      const total = (after.get(line) ?? before(line) ?? 0) + quantityMilli;
      if (total > bought) {
        throw new ReturnRefused(
          "returned_too_much",
          `Of line ${line}, ${pieces(bought)} were bought, and with this return ${pieces(total)} would come back.`,
        );
      }
      after.set(line, total);
    }
  }

  const takenOf = (award: BookedAward, line: number, quantityMilli: number | undefined) =>
    proportion(shareOf(award, line), quantityMilli, purchase.quantities[line] ?? 0);
  const takeBacks = purchase.awards.map((award) => {
    let points = 0;
    let earlier = 0;
    for (const [line, total] of after) {
      points += takenOf(award, line, total) - takenOf(award, line, before(line));
    }
    for (const line of purchase.returned.keys()) earlier += takenOf(award, line, before(line));
    return { award, campaignId: award.campaignId, points, before: earlier, lot: award.lot };
  });
  const allTaken = (line: number, quantityMilli: number | undefined) =>
    purchase.awards.reduce((sum, award) => sum + takenOf(award, line, quantityMilli), 0);
  const lines = [...after].map(([line, quantityMilli]) => ({
    line,
    quantityMilli,
    points: allTaken(line, quantityMilli),
    before: { quantityMilli: before(line) ?? 0, points: allTaken(line, before(line)) },
  }));
  return { takeBacks: takeBacks.filter(({ points }) => points > 0), lines };
}

/** What the award gave for the line; what no line accounts for belongs to the first. */
function shareOf(award: BookedAward, line: number): number {
  const own = award.lines.reduce((sum, share) => sum + (share.line === line ? share.points : 0), 0);
  if (line !== 0) return own;
  return own + award.points - award.lines.reduce((sum, share) => sum + share.points, 0);
}

/** points × returned ÷ bought, rounded down, in whole numbers; a line of no quantity comes back as a whole. */
function proportion(points: number, returned: number | undefined, bought: number): number {
  if (returned === undefined) return 0;
  if (returned >= bought) return points;
  return Number((BigInt(points) * BigInt(returned)) / BigInt(bought));
}

function pieces(milli: number): string {
  return String(milli / 1_000);
}

export function toMilli(quantity: number): number {
  return Math.round(quantity * 1_000);
}
