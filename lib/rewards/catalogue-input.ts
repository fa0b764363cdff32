import { z } from "zod";
import { shortCode } from "@/lib/core/schema";
import { REWARD_STATES } from "./reward-content";

/** Most categories of one catalogue, and rewards that are put into an order at once. */
export const MAX_CATEGORIES = 50;
export const MAX_ORDERED = 2_000;

const unique = (each: readonly string[]) => new Set(each).size === each.length;

export const rewardOrder = z.strictObject({
  rewardIds: z.array(z.uuid()).min(1).max(MAX_ORDERED).refine(unique, "Name each reward once."),
});
export type RewardOrder = z.input<typeof rewardOrder>;

const name = z.string().trim().min(1, "Give it a name.").max(80);
const names = z
  .record(z.string().regex(/^[a-z]{2,3}$/, "A language, such as de or ar."), name)
  .refine((each) => Object.keys(each).length <= 20, "At most 20 languages.")
  .meta({ description: "Its name in other languages." });

export const newCategory = z.strictObject({
  code: shortCode.meta({ description: "Stable name in rewards and addresses.", examples: ["coffee"] }),
  name: name.meta({ examples: ["Coffee and cake"] }),
  names: names.default({}),
});
export type NewCategory = z.input<typeof newCategory>;

export const categoryChange = z
  .strictObject({ name, names })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "Name what is to change.");
export type CategoryChange = z.input<typeof categoryChange>;

export const categoryOrder = z.strictObject({
  codes: z
    .array(shortCode)
    .min(1)
    .max(MAX_CATEGORIES)
    .meta({ description: "All codes, the first in the catalogue first." }),
});
export type CategoryOrder = z.input<typeof categoryOrder>;

export const rewardFilter = z.object({
  q: z.string().max(200).optional().meta({ description: "Part of the name or the summary." }),
  state: z.enum(REWARD_STATES).optional().meta({ description: "Absent: all but archived ones." }),
  category: shortCode.optional(),
  onlyWaiting: z
    .stringbool()
    .optional()
    .meta({ description: "Only proposals of partners that wait for the program." }),
});
