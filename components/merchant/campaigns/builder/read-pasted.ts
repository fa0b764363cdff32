import {
  type CampaignDefinition,
  campaignDefinition,
  isUnfinished,
  withDefaults,
} from "@/lib/campaigns/schema";
import { fieldErrors } from "@/lib/core/schema";

type Reading =
  | { ok: true; definition: CampaignDefinition; problemCount: number }
  | { ok: false; faults: string[] };

const MAX_FAULTS = 6;

/** What somebody pasted, as a campaign; or why it is none. */
export function readPasted(text: string): Reading {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    // The parser says where the text stops being JSON: that is what the reader needs.
    return { ok: false, faults: [error instanceof SyntaxError ? error.message : "This is not JSON."] };
  }
  const parsed = campaignDefinition.safeParse(input);
  if (parsed.success) return { ok: true, definition: parsed.data, problemCount: 0 };
  if (isUnfinished(parsed.error)) {
    // Shaped like a campaign: what it leaves out has been checked to have a default.
    const definition = withDefaults(input as Partial<CampaignDefinition>);
    return { ok: true, definition, problemCount: parsed.error.issues.length };
  }
  const faults = fieldErrors(parsed.error).map(({ pointer, detail }) => `${pointer || "/"}: ${detail}`);
  return { ok: false, faults: faults.slice(0, MAX_FAULTS) };
}
