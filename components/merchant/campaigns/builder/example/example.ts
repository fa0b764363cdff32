export type ExampleAttribute = { key: number; name: string; value: string };

export type ExampleLine = {
  /** Tells lines apart while they are edited. */
  key: number;
  name: string;
  sku: string;
  category: string;
  brand: string;
  quantity: number;
  amountMinor: number;
  labels: ExampleAttribute[];
};

export type ExampleMember = {
  memberName: string;
  joinedDaysAgo: number;
  /** Code; empty: none. */
  tier: string;
  segments: string[];
  tags: string[];
  /** YYYY-MM-DD; empty: not known. */
  birthday: string;
  attributes: ExampleAttribute[];
};

export type ExampleEvent = {
  store: string;
  channel: string;
  device: string;
  codes: string[];
  eventAttributes: ExampleAttribute[];
};

/** What happened, when, and what was bought. */
export type ExampleBasket = ExampleEvent & {
  /** YYYY-MM-DDTHH:MM in the program's time zone */
  at: string;
  lines: ExampleLine[];
};

/** What the campaign is tried on: a member and an event, both made up. */
export type Example = ExampleMember &
  ExampleBasket & {
    /** What the member has done before, by question. */
    past: Record<string, number>;
    /** What the campaign's limits have counted so far, by their number (`limitNumber`). */
    used: Record<number, number>;
  };

/** A key that none of them has. */
export function nextKey(items: readonly { key: number }[]): number {
  return Math.max(-1, ...items.map(({ key }) => key)) + 1;
}
