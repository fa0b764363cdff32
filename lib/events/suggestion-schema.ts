import { z } from "zod";

/** What rules may name and what can be looked up for them in events and members of late. */
export const SUGGESTION_FIELDS = [
  "category",
  "brand",
  "sku",
  "name",
  "store",
  "channel",
  "device",
  "attribute",
  "lineAttribute",
  "event",
  "memberAttribute",
  "tag",
] as const;
export type SuggestionField = (typeof SUGGESTION_FIELDS)[number];

export const suggestionQuery = z.object({
  field: z.enum(SUGGESTION_FIELDS),
  /** Part of the value. */
  q: z.string().max(128).default(""),
});
