import { z } from "zod";
import { memberEmail, memberName } from "@/lib/members/schema";

/** What somebody who wants to become a member tells. */
export const joinWish = z.object({
  name: memberName,
  email: memberEmail,
  /** Codes of the purposes that they agree to; those that are asked for and not among them, they refuse. */
  agreed: z.array(z.string().max(40)).max(20),
  /** Code of the member who invited them. */
  referral: z.string().max(32).nullable(),
});
export type JoinWish = z.output<typeof joinWish>;

/** What is kept of it until the address is known to be theirs. */
export const keptWish = joinWish.omit({ email: true });
