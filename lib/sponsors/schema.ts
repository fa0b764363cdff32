import { z } from "zod";
import { shortCode } from "@/lib/core/schema";

/** Most sponsors of one program. */
export const MAX_SPONSORS = 500;

const name = z.string().trim().min(1, "Give it a name.").max(80);

export const newSponsor = z.strictObject({
  code: shortCode.meta({ description: "Stable name in campaigns and files.", examples: ["nordic-oats"] }),
  name: name.meta({ examples: ["Nordic Oats"] }),
});
export type NewSponsor = z.input<typeof newSponsor>;

export const sponsorName = z.strictObject({ name });

/** A company that pays for campaigns of the program, in whole or in part. */
export type SponsorDto = { code: string; name: string };
