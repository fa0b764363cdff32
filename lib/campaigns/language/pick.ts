import { z } from "zod";

const MOST = 1_000;

/**
 * Some pieces of those bought, by their price: the cheapest of every three. Pieces are put together from the dearest
 * down, `of` at a time; what is left over at the end is no group, and nothing is picked of it.
 */
export const piecePick = z
  .strictObject({
    which: z.enum(["cheapest", "dearest"]),
    /** How many. */
    pieces: z.int().min(1, "At least one piece.").max(MOST).default(1),
    /** Of every so many pieces; absent: of all of them. */
    of: z.int().min(2, "Of at least two pieces.").max(MOST).optional(),
    /** As many as there would be of every so many, but those of the whole basket. */
    overall: z.literal(true).optional(),
  })
  .refine(({ pieces, of }) => of === undefined || pieces < of, {
    path: ["pieces"],
    error: "Fewer than there are to choose from.",
  })
  .refine(({ of, overall }) => overall === undefined || of !== undefined, {
    path: ["overall"],
    error: "Say of how many pieces, or leave this out.",
  });
export type PiecePick = z.infer<typeof piecePick>;
