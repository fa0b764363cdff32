import type { CampaignDefinition } from "../schema";

/** Stands in sentences for what has not been filled in yet. */
export const BLANK = "…";

/** Lists of names of which a test or a code needs at least one; other lists may be empty. */
const NAMED = new Set(["values", "value", "codes", "stores", "channels"]);
/** What names begin with that are one of several kinds. */
const KINDS_OF_NAMES = new Set(["attributes.", "lines.", "member.", "custom:"]);

/** A draft with a blank in each place where a name, a code or a day is missing, so that its words can be read. */
export function withBlanks(definition: CampaignDefinition): CampaignDefinition {
  // The shape stays as it is: only texts change, and groups of nothing go.
  return filled(definition, "") as CampaignDefinition;
}

function filled(value: unknown, key: string): unknown {
  if (typeof value === "string") return filledText(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return NAMED.has(key) ? [BLANK] : value;
    return value.filter((item) => key !== "conditions" || !saysNothing(item)).map((item) => filled(item, ""));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, saysNothing(part) ? null : filled(part, name)]),
  );
}

function filledText(text: string): string {
  if (text.trim() === "") return BLANK;
  return KINDS_OF_NAMES.has(text) ? `${text}${BLANK}` : text;
}

/** A group of nothing, or the opposite of one. */
function saysNothing(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if ("conditions" in value) return Array.isArray(value.conditions) && value.conditions.length === 0;
  return "condition" in value && "kind" in value && value.kind === "not" && saysNothing(value.condition);
}
