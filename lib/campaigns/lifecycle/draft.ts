import { Invalid } from "@/lib/core/errors";
import { canonicalJson } from "@/lib/core/hash";
import { fieldErrors } from "@/lib/core/schema";
import { type CampaignDefinition, campaignDefinition, isUnfinished, withDefaults } from "../schema";

/** Largest definition that is kept, as JSON. */
const MAX_CHARACTERS = 64_000;

export type Draft = {
  /** Shaped like a campaign, but perhaps not one that can run yet. */
  definition: CampaignDefinition;
  /** What keeps it from being launched; empty when nothing does. */
  problems: { pointer: string; code: string; detail: string }[];
};

/**
 * Reads what somebody is still working on. Unfinished is fine and named in `problems`; what is not shaped like a
 * campaign at all is refused, so that whatever is stored can be shown and edited again.
 * @throws Invalid
 */
export function readDraft(input: unknown): Draft {
  if (canonicalJson(input).length > MAX_CHARACTERS) {
    throw new Invalid("The campaign is too long. Shorten its lists of values.");
  }
  const parsed = campaignDefinition.safeParse(input);
  if (parsed.success) return { definition: parsed.data, problems: [] };
  if (!isUnfinished(parsed.error)) {
    const fields = fieldErrors(parsed.error, "/definition");
    throw new Invalid("This is not the definition of a campaign.", fields);
  }
  // Shaped like a campaign: what it leaves out has been found to have a default.
  const definition = withDefaults(input as Partial<CampaignDefinition>);
  return { definition, problems: fieldErrors(parsed.error) };
}

/**
 * A definition that can run.
 * @param pointTypes those that the program has
 * @throws Invalid with a pointer to every part that keeps it from running
 */
export function requireRunnable(
  definition: unknown,
  pointTypes: readonly { code: string }[],
): CampaignDefinition {
  const parsed = campaignDefinition.safeParse(definition);
  if (parsed.success) {
    const code = parsed.data.terms?.pointType;
    if (code !== undefined && !pointTypes.some((type) => type.code === code)) throw unknownPointType(code);
    return parsed.data;
  }
  throw new Invalid(
    "The campaign cannot run yet: some parts need another look.",
    fieldErrors(parsed.error, "/definition"),
  );
}

function unknownPointType(code: string): Invalid {
  const detail = `The program has no point type “${code}”. Choose another, or add it in the settings.`;
  return new Invalid(detail, [
    { pointer: "/definition/terms/pointType", code: "unknown_point_type", detail },
  ]);
}
