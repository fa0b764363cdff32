import { z } from "zod";
import { assert, present } from "@/lib/core/assert";
import { fillPhrase } from "@/lib/core/phrase";
import { campaignStatus, type DecisionOutcome, decisionOutcome } from "./outcome";
import type { PhraseBook } from "./phrase-book";

/**
 * How an event's decision is stored: campaigns by their place in the phrase book, reasons by their number where
 * the book has them. In full, twenty campaigns and their reasons would fill most of what an event occupies.
 */

/** A phrase of the book by number, with a number to be written in it; or words. */
const packedReason = z.union([z.int(), z.string(), z.tuple([z.int(), z.int()])]);

/**
 * Why a campaign did not apply, or what it gave: the reason, points before limits, points after them, and what became
 * of it where the points do not tell.
 */
const packedVerdict = z.union([
  z.int(),
  z.string(),
  z.tuple([packedReason, z.int(), z.int(), campaignStatus.optional()]),
]);
export type PackedVerdict = z.infer<typeof packedVerdict>;

type Award = DecisionOutcome["awards"][number];

/**
 * Place of the campaign, points, lot; points by line; limit, window, what it counted, and whether it is a budget of
 * all; point type, returns.
 */
const packedAward = z.tuple([
  z.int(),
  z.int(),
  z.int().nullable(),
  z.array(z.tuple([z.int(), z.int()])),
  z.array(z.tuple([z.int(), z.string(), z.int(), z.literal("campaign").optional()])),
  z.int().default(1),
  decisionOutcome.shape.awards.element.shape.returns,
]);
type PackedAward = z.input<typeof packedAward>;

const packedOutcome = decisionOutcome.omit({ campaigns: true, awards: true }).extend({
  /** Id of the phrase book, and the type of event in it. */
  book: z.string(),
  of: z.string(),
  verdicts: z.array(packedVerdict),
  awards: z.array(packedAward).default([]),
});
export type PackedOutcome = z.output<typeof packedOutcome>;

/**
 * @param outcome all but its campaigns, which are in `verdicts`, in the book's order
 * @returns JSON
 */
export function packOutcome(
  { awards, ...rest }: Omit<DecisionOutcome, "campaigns">,
  { bookId, campaigns }: PhraseBook,
  of: string,
  verdicts: readonly PackedVerdict[],
): string {
  const heads = campaigns[of] ?? [];
  assert(heads.length === verdicts.length, "the book has every campaign that was evaluated");
  const packed: z.input<typeof packedOutcome> = { book: bookId, of, verdicts: [...verdicts], ...rest };
  if (awards.length > 0) {
    packed.awards = awards.map((award) => {
      const place = heads.findIndex(({ campaignId }) => campaignId === award.campaignId);
      assert(place >= 0, "an award is of a campaign that was evaluated");
      return packAward(place, award);
    });
  }
  return JSON.stringify(packed);
}

function packAward(place: number, { points, lot, lines, caps, pointTypeNo, returns }: Award): PackedAward {
  const packed: PackedAward = [
    place,
    points,
    lot?.lotNo ?? null,
    lines.map(({ line, points: share }) => [line, share]),
    caps.map(({ per, limitNo, windowStart, used }) =>
      per === undefined ? [limitNo, windowStart, used] : [limitNo, windowStart, used, per],
    ),
  ];
  if (pointTypeNo !== 1 || returns !== undefined) packed.push(pointTypeNo);
  if (returns !== undefined) packed.push(returns);
  return packed;
}

/** What is stored, if it is packed; null where it is a whole outcome. */
export function readPacked(stored: unknown): PackedOutcome | null {
  const isPacked = typeof stored === "object" && stored !== null && "book" in stored;
  return isPacked ? packedOutcome.parse(stored) : null;
}

export function unpackOutcome(packed: PackedOutcome, { campaigns, phrases }: PhraseBook): DecisionOutcome {
  const { book: _book, of, verdicts, awards, ...rest } = packed;
  const heads = campaigns[of] ?? [];
  const inWords = (reason: z.output<typeof packedReason>) => {
    if (typeof reason === "string") return reason;
    if (typeof reason === "number") return phrases[reason] ?? "";
    const [phrase, value] = reason;
    return fillPhrase(phrases[phrase] ?? "", value);
  };
  const headAt = (place: number) => present(heads[place], "a decision's phrase book has its campaigns");
  return {
    ...rest,
    campaigns: verdicts.map((verdict, place) => {
      const head = headAt(place);
      if (Array.isArray(verdict)) {
        const [reason, desired, granted, own] = verdict;
        const status = own ?? (granted > 0 ? "fired" : "not");
        const told = {
          ...head,
          fired: status === "fired",
          status,
          reason: inWords(reason),
          desired,
          granted,
        };
        return Array.isArray(reason) ? { ...told, basis: reason[1] } : told;
      }
      return { ...head, fired: false, status: "not", reason: inWords(verdict), desired: 0, granted: 0 };
    }),
    awards: awards.map(([place, points, lotNo, lines, caps, pointTypeNo, returns]) => ({
      campaignId: headAt(place).campaignId,
      points,
      lines: lines.map(([line, share]) => ({ line, points: share })),
      caps: caps.map(([limitNo, windowStart, used, per]) => ({
        ...(per && { per }),
        limitNo,
        windowStart,
        used,
      })),
      lot: lotNo === null ? null : { lotNo },
      pointTypeNo,
      ...(returns && { returns }),
    })),
  };
}
