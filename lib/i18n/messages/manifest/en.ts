export const en = {
  description: "Your card, points and offers at {program}.",
  card: "Card",
  activity: "Activity",
} as const;
