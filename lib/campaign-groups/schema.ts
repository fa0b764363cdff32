import { z } from "zod";
import { GROUP_POLICIES, type GroupPolicy } from "@/lib/campaigns/schema";
import { shortCode } from "@/lib/core/schema";

/** Most groups of one program. */
export const MAX_GROUPS = 20;

const name = z.string().trim().min(1, "Give it a name.").max(60);
const policy = z.enum(GROUP_POLICIES).meta({
  description:
    "Of the campaigns that hold: all of them, the first that gives something, the one that gives most, or the one that costs least.",
});

export const newGroup = z.strictObject({
  code: shortCode.meta({ description: "Stable name in campaigns and files.", examples: ["offers"] }),
  name: name.meta({ examples: ["Seasonal offers"] }),
  policy,
});
export type NewGroup = z.input<typeof newGroup>;

export const groupChange = z
  .strictObject({ name, policy })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "Name what is to change.");
export type GroupChange = z.input<typeof groupChange>;

export const groupOrder = z.strictObject({
  codes: z.array(shortCode).min(1).max(MAX_GROUPS).meta({ description: "All codes, the first one first." }),
});

/** Campaigns that are worked through together. */
export type GroupDto = { code: string; name: string; policy: GroupPolicy };

export const POLICY_WORDS: Readonly<Record<GroupPolicy, { label: string; meaning: string }>> = {
  all: { label: "All", meaning: "Every campaign whose conditions hold gives what it gives." },
  first_match: {
    label: "First match",
    meaning: "Only the first that gives something: by priority, then the older one.",
  },
  best_for_member: { label: "Best for the member", meaning: "Only the one that gives the member most." },
  best_for_program: { label: "Best for the program", meaning: "Only the one that costs the program least." },
};
