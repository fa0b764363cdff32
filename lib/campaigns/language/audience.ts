import { z } from "zod";
import { attributeName, comparison } from "./comparison";

/** Reserved attribute: whole days between joining and the event. */
export const DAYS_SINCE_JOINING = "daysSinceJoining";
/** Reserved attributes that Tessera itself keeps: the code of the tier; codes of segments; free labels. */
export const TIER = "tier";
export const SEGMENTS = "segments";
export const TAGS = "tags";

/** Something that a member must have: an attribute of theirs, or one of the reserved ones. */
export const memberTest = z.strictObject({ attribute: attributeName, test: comparison });
export type MemberTest = z.infer<typeof memberTest>;

export const audience = z.strictObject({
  match: z.enum(["all", "any"]),
  tests: z.array(memberTest).min(1, "Name at least one thing that members must have.").max(20),
});
export type Audience = z.infer<typeof audience>;
