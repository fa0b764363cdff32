/** What somebody redeemed in the demo's days, and what became of it. */
export type Wish = {
  reward: string;
  /** The demo's own member, somebody in gold, or anybody who has the points. */
  by: "amira" | "gold" | "anybody";
  /** What was said of its fulfilment, or why it ended. */
  note?: string;
  /** The steps, each so many days before the demo was begun. */
  course: readonly {
    daysAgo: number;
    what: "asked" | "accepted" | "shipped" | "fulfilled" | "cancelled" | "reversed" | "used";
  }[];
};

type Step = Wish["course"][number]["what"];
type Later = Partial<Record<Exclude<Step, "asked">, number>>;

const COFFEE = "A coffee of your choice";
const CROISSANT = "A croissant, still warm";
const OFF_THE_BILL = "5 € off your bill";
const ALPINE = "10 € at Alpine Roasters";
const BEANS = "House beans, 250 g";
const MUG = "The club mug";
const TREE = "Plant a tree";
const CLASS = "Latte art class";
const BOOK = "The brewing book";
const CAKE = "Cake for two";
const PARCEL = "Single origin, by post";

/** @param later how many days ago each further step was taken */
function wish(by: Wish["by"], reward: string, daysAgo: number, later: Later = {}, note?: string): Wish {
  const course = (Object.entries(later) as [Step, number][]).map(([what, ago]) => ({ what, daysAgo: ago }));
  return { by, reward, course: [{ what: "asked", daysAgo }, ...course], ...(note !== undefined && { note }) };
}

/** Codes that are used or kept, orders in every state, and some that came to nothing. */
export const WISHES: readonly Wish[] = [
  wish("amira", COFFEE, 33, { used: 31 }),
  wish("gold", COFFEE, 30, { used: 29 }),
  wish("anybody", CROISSANT, 28, { used: 28 }),
  wish("gold", TREE, 27),
  wish("anybody", CROISSANT, 26, { used: 24 }),
  wish("gold", BOOK, 25, { fulfilled: 24 }, "The link is in your mail."),
  wish("anybody", COFFEE, 24, { used: 20 }),
  wish("gold", CAKE, 23, { used: 21 }),
  wish("anybody", COFFEE, 22, { reversed: 21 }, "Redeemed by mistake"),
  wish("gold", BOOK, 21, { fulfilled: 20 }, "The link is in your mail."),
  wish("anybody", CROISSANT, 20),
  wish("gold", PARCEL, 19, { accepted: 18, shipped: 17, fulfilled: 14 }),
  wish("gold", OFF_THE_BILL, 18, { used: 15 }),
  wish("anybody", TREE, 17),
  wish("gold", CLASS, 16, { accepted: 15, fulfilled: 10 }, "Saturday at ten, see you there"),
  wish("anybody", COFFEE, 15, { used: 13 }),
  wish("gold", MUG, 14, { accepted: 13, fulfilled: 12 }, "It is at the counter in Kollwitzstraße"),
  wish("anybody", COFFEE, 13, { used: 12 }),
  wish("amira", CAKE, 12, { used: 9 }),
  wish("gold", BEANS, 12, { accepted: 11, shipped: 10, fulfilled: 8 }),
  wish("gold", BOOK, 12, { cancelled: 11 }, "The new edition comes in spring"),
  wish("gold", OFF_THE_BILL, 11, { used: 11 }),
  wish("anybody", CROISSANT, 10, { used: 9 }),
  wish("gold", PARCEL, 10, { accepted: 9, shipped: 8, fulfilled: 5 }),
  wish("gold", BEANS, 8, { cancelled: 8 }),
  wish("anybody", COFFEE, 8, { used: 6 }),
  wish("gold", CAKE, 7),
  wish("anybody", TREE, 7),
  wish("anybody", COFFEE, 6, { used: 4 }),
  wish("amira", ALPINE, 6),
  wish("gold", OFF_THE_BILL, 5),
  wish("gold", CLASS, 5, { accepted: 4 }),
  wish("gold", PARCEL, 4, { accepted: 3, shipped: 2 }),
  wish("gold", MUG, 4, { accepted: 3 }),
  wish("amira", COFFEE, 3),
  wish("anybody", CROISSANT, 3, { used: 2 }),
  wish("gold", BEANS, 3, { accepted: 2 }),
  wish("amira", BEANS, 2, { accepted: 1, shipped: 0 }),
  wish("gold", BOOK, 2),
  wish("anybody", COFFEE, 2, { used: 1 }),
  wish("gold", PARCEL, 2),
  wish("gold", CLASS, 1),
  wish("anybody", COFFEE, 1),
  wish("gold", BEANS, 1),
  wish("anybody", CROISSANT, 1, { used: 0 }),
  wish("anybody", COFFEE, 1, { used: 0 }),
  wish("gold", PARCEL, 0),
  wish("gold", ALPINE, 0),
];
