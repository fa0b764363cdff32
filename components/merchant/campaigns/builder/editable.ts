import { type CampaignDefinition, campaignDefinition, withDefaults } from "@/lib/campaigns/schema";
import { editableGroup } from "./conditions/groups";

/**
 * A stored definition as the builder edits it: with everything that it leaves to its defaults, and conditions as a
 * group, so that pointers of problems lead to what is on screen.
 */
export function editable(stored: CampaignDefinition): CampaignDefinition {
  const parsed = campaignDefinition.safeParse(stored);
  const definition = parsed.success ? parsed.data : withDefaults(stored);
  const { condition } = definition;
  return condition === null ? definition : { ...definition, condition: editableGroup(condition) };
}
