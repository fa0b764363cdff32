import type { CampaignDefinition } from "@/lib/campaigns/schema";
import type { Leaf } from "../conditions/groups";
import type { ExampleEvent } from "./example";
import { passingValue } from "./fitting-member";
import { leavesOf } from "./leaves";

type EventLeaf = Extract<Leaf, { kind: "event" }>;

const ATTRIBUTES = "attributes.";
/** For what gives points for a number of the event. */
const USUAL_NUMBER = "10";

/** What comes with an event that the campaign is for. */
export function fittingEvent({ condition, effects }: CampaignDefinition): ExampleEvent {
  const leaves = leavesOf(condition);
  const fields = leaves.filter((leaf): leaf is EventLeaf => leaf.kind === "event");
  const passing = (field: string) => {
    const leaf = fields.find((candidate) => candidate.field === field);
    return leaf ? passingValue(leaf.test) : "";
  };
  const attributes = new Map<string, string>();
  for (const effect of effects) {
    if (effect.kind === "per_value" && effect.field.startsWith(ATTRIBUTES) && effect.field !== ATTRIBUTES)
      attributes.set(effect.field, USUAL_NUMBER);
  }
  for (const { field, test } of fields) {
    if (field.startsWith(ATTRIBUTES) && field !== ATTRIBUTES) attributes.set(field, passingValue(test));
  }
  return {
    store: passing("store") || "Kollwitzstr.",
    channel: passing("channel"),
    device: passing("device"),
    codes: leaves.flatMap((leaf) => (leaf.kind === "code" ? leaf.codes.slice(0, 1) : [])),
    eventAttributes: [...attributes].map(([field, value], key) => ({
      key,
      name: field.slice(ATTRIBUTES.length),
      value,
    })),
  };
}
