/** How long points can be set aside for, as the portal offers it. */
export const LASTING: readonly { minutes: number; label: string }[] = [
  { minutes: 15, label: "15 minutes" },
  { minutes: 60, label: "1 hour" },
  { minutes: 240, label: "4 hours" },
  { minutes: 1_440, label: "1 day" },
  { minutes: 4_320, label: "3 days" },
  { minutes: 10_080, label: "1 week" },
  { minutes: 43_200, label: "30 days" },
];
