import { isOccasion, type OccasionName } from "@/lib/occasions/schema";
import type { CampaignDefinition } from "../schema";
import { nameWords } from "./words";

/** What members get something for when the program itself notices it. */
const OCCASION_WORDS: Readonly<Record<OccasionName, string>> = {
  "member.joined": "joining",
  "member.birthday": "their birthday",
  "segment.entered": "entering a segment",
  "segment.left": "leaving a segment",
  "tier.changed": "a change of tier",
  "challenge.completed": "completing a challenge",
  "referral.completed": "the first purchase of a friend on their invitation",
  "member.referred": "a first purchase by invitation",
};

/** An event that is no purchase, as it follows "for": `“store checkin”`, `joining`. */
export function triggerWords(name: string): string {
  return isOccasion(name) ? OCCASION_WORDS[name] : `“${nameWords(name)}”`;
}

/** Whether members may hear what it begins with: not how the merchant sorts them. */
export function isForMembersToKnow(trigger: CampaignDefinition["trigger"]): boolean {
  return trigger.event !== "custom" || !trigger.name.startsWith("segment.");
}
