import { z } from "zod";
import { pageQuery, shortCode } from "@/lib/core/schema";

/** Most segments of one program. */
export const MAX_SEGMENTS = 500;
/** Most members that one request names. */
export const MAX_KEYS = 1_000;

const name = z.string().trim().min(1, "Give it a name.").max(80);
const description = z.string().trim().max(500);

export const newSegment = z.strictObject({
  code: shortCode.meta({ description: "Stable name in campaigns and files.", examples: ["vip"] }),
  name: name.meta({ examples: ["Very important people"] }),
  description: description.default(""),
});
export type NewSegment = z.input<typeof newSegment>;

export const segmentChange = z
  .strictObject({ name, description })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "Name what is to change.");
export type SegmentChange = z.input<typeof segmentChange>;

export const segmentKeys = z.strictObject({
  members: z
    .array(z.string().trim().min(1).max(254))
    .min(1, "Name at least one member.")
    .max(MAX_KEYS, `Name at most ${MAX_KEYS.toLocaleString("en")} members at a time.`)
    .meta({ description: "Members by their id, your own number, card number or e-mail address." }),
});
export type SegmentKeys = z.input<typeof segmentKeys>;

export const segmentFilter = z.object({
  /** Part of the name or the code. */
  q: z.string().max(200).optional(),
});

export const segmentMemberQuery = pageQuery.extend({
  /** As in the search of members. */
  q: z.string().max(200).optional(),
});

/** A list of members. Instants are ISO 8601. */
export type SegmentDto = {
  code: string;
  name: string;
  description: string;
  /** How many members are on it. */
  members: number;
  createdAt: string;
};

/** What became of the members that a request named. */
export type SegmentChanges = {
  /** How many entered, or left. */
  changed: number;
  /** Those for whom it was so already. */
  unchanged: number;
  /** What named nobody, as it was sent. */
  unknown: string[];
};
