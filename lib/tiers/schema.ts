import { z } from "zod";
import { shortCode } from "@/lib/core/schema";

/** Most tiers of one program. */
export const MAX_TIERS = 20;

const name = z.string().trim().min(1, "Give it a name.").max(60);

export const newTier = z.strictObject({
  code: shortCode.meta({ description: "Stable name in campaigns and files.", examples: ["gold"] }),
  name: name.meta({ description: "As members read it.", examples: ["Gold"] }),
});
export type NewTier = z.input<typeof newTier>;

export const tierName = z.strictObject({ name });
export const tierOrder = z.strictObject({
  codes: z.array(shortCode).min(1).max(MAX_TIERS).meta({ description: "All codes, the lowest tier first." }),
});

/** A level of the program. */
export type TierDto = {
  code: string;
  name: string;
  /** 1 is the lowest. */
  rank: number;
  /** How many members have it. */
  members: number;
};
