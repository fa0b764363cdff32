import type { CampaignDefinition } from "@/lib/campaigns/schema";
import type { Wording } from "../wording";

/** What somebody is about to put into force, or to ask a second person for. */
export type Proposal = {
  definition: CampaignDefinition;
  sentence: string;
  /** What runs now; null where nothing does. */
  liveSentence: string | null;
  problemCount: number;
  wording: Wording;
};
