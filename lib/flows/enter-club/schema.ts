import { z } from "zod";
import { memberEmail, memberName } from "@/lib/members/schema";

/** What somebody who wants to become a member tells. */
export const joinWish = z.object({
  name: memberName,
  email: memberEmail,
  /** Whether they agree to be sent offers. */
  offers: z.boolean(),
  /** Code of the member who invited them. */
  referral: z.string().max(32).nullable(),
});
export type JoinWish = z.output<typeof joinWish>;

/** What is kept of it until the address is known to be theirs. */
export const keptWish = joinWish.omit({ email: true });
