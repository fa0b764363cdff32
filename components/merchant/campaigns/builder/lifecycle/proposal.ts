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

/** When the proposal comes into force by itself; null where that is as soon as somebody launches it. */
export function startOf({ definition }: Pick<Proposal, "definition">, now: Date): string | null {
  const { startsAt } = definition.schedule;
  return startsAt !== undefined && Date.parse(startsAt) > now.getTime() ? startsAt : null;
}
