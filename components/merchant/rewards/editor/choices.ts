type Coded = { code: string; name: string };

/** What the program has of what a reward can name. Ids are TypeIDs. */
export type Choices = {
  categories: readonly Coded[];
  tiers: readonly Coded[];
  segments: readonly Coded[];
  partners: readonly { id: string; name: string }[];
  pools: readonly { id: string; name: string; partnerId: string | null; free: number }[];
};
