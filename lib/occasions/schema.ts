/** Where the program's own events come from. */
export const OWN_SOURCE = "tessera";

/**
 * What Tessera notices by itself and queues as a custom event, so that campaigns can begin with it. Callers cannot
 * send events of these names.
 */
export const OCCASIONS = {
  "member.joined": "A member joins",
  "member.birthday": "A member’s birthday begins",
  "segment.entered": "A member enters a segment",
  "segment.left": "A member leaves a segment",
  "tier.changed": "A member’s tier changes",
  "challenge.completed": "A member completes a challenge",
  "referral.completed": "Somebody whom a member invited makes a first purchase",
  "member.referred": "A member who was invited makes a first purchase",
} as const;
export type OccasionName = keyof typeof OCCASIONS;

export function isOccasion(name: string): name is OccasionName {
  return Object.hasOwn(OCCASIONS, name);
}

/** Attributes that an occasion's event carries, for the rules that look at them. */
export const OCCASION_ATTRIBUTES: Record<OccasionName, readonly string[]> = {
  "member.joined": [],
  "member.birthday": ["age"],
  "segment.entered": ["segment"],
  "segment.left": ["segment"],
  "tier.changed": ["tier", "from"],
  "challenge.completed": ["challenge", "times"],
  "referral.completed": [],
  "member.referred": [],
};
