import { describe } from "vitest";
import { brand, buy, category, goods, perEuro, promotion, times } from "./testing";

const cheapest = (of: number, pieces = 1) => ({ which: "cheapest" as const, of, pieces });
const dearest = (of: number) => ({ which: "dearest" as const, of });

describe("the cheapest and the dearest pieces", () => {
  promotion("buy three, the cheapest comes back in points", {
    campaigns: {
      Three: { effects: [{ ...perEuro(100, category("Wine")), pick: cheapest(3) }] },
    },
    steps: [
      // 12.00, 9.00 and 7.50: 7.50 € × 100
      {
        event: buy([goods("Wine", 900), goods("Wine", 1_200), goods("Wine", 750), goods("Cake", 300)]),
        gives: { Three: 750 },
      },
      { event: buy([goods("Wine", 900), goods("Wine", 1_200)]), gives: {} },
      // From the dearest down 12 12 9 | 9 9 5 | 5: the third 9.00 and one of 5.00; one 5.00 is left over.
      {
        event: buy([
          goods("Wine", 1_000, { quantity: 2 }),
          goods("Wine", 2_700, { quantity: 3 }),
          goods("Wine", 2_400, { quantity: 2 }),
        ]),
        gives: { Three: 1_400 },
      },
    ],
  });

  promotion("buy three, the cheapest earns triple", {
    campaigns: {
      Base: { effects: [perEuro()] },
      Triple: { effects: [{ ...times(3), pick: cheapest(3) }] },
    },
    // Base 40 + 20 + 30 = 90; the cheapest has 20 of it: twice as many again
    steps: [
      {
        event: buy([goods("Shoes", 4_000), goods("Shirts", 2_000), goods("Shirts", 3_000)]),
        gives: { Base: 90, Triple: 40 },
      },
    ],
  });

  promotion("every second coffee doubled", {
    campaigns: {
      Base: { effects: [perEuro(10)] },
      Second: { effects: [{ ...times(2, category("Coffee")), pick: cheapest(2) }] },
    },
    steps: [
      // 4.20 and 3.00: base 72, of it 30 on the cheaper
      { event: buy([goods("Coffee", 420), goods("Coffee", 300)]), gives: { Base: 72, Second: 30 } },
      // Five for 15.00: base 150, two of five pieces have 60
      { event: buy([goods("Coffee", 1_500, { quantity: 5 })]), gives: { Base: 150, Second: 60 } },
      { event: buy([goods("Coffee", 420)]), gives: { Base: 42 } },
    ],
  });

  promotion("the third item half", {
    campaigns: {
      Half: { effects: [{ kind: "per_amount", points: 50, perMinor: 100, pick: cheapest(3) }] },
    },
    // 19.90 is the cheapest of three: 50 points a euro are 995
    steps: [
      {
        event: buy([goods("Shirts", 4_990), goods("Shirts", 1_990), goods("Shirts", 2_490)]),
        gives: { Half: 995 },
      },
    ],
  });

  promotion("four for the price of two", {
    campaigns: { Four: { effects: [{ ...perEuro(100, brand("Plantly")), pick: cheapest(4, 2) }] } },
    // 5 4 3 2: 3 + 2
    steps: [
      {
        event: buy([
          goods("Drinks", 500, { brand: "Plantly" }),
          goods("Drinks", 300, { brand: "Plantly" }),
          goods("Drinks", 200, { brand: "Plantly" }),
          goods("Drinks", 400, { brand: "Plantly" }),
          goods("Drinks", 100, { brand: "Other" }),
        ]),
        gives: { Four: 500 },
      },
    ],
  });

  promotion("one for every three, the cheapest of the whole basket", {
    campaigns: {
      Overall: { effects: [{ ...perEuro(100), pick: { ...cheapest(3), overall: true } }] },
    },
    // 10 9 8 7 6 5: two of six, the cheapest are 6 and 5; group by group it would be 8 and 5
    steps: [
      {
        event: buy([1_000, 900, 800, 700, 600, 500].map((amountMinor) => goods("Wine", amountMinor))),
        gives: { Overall: 1_100 },
      },
    ],
  });

  promotion("double on the dearest of every two", {
    campaigns: {
      Base: { effects: [perEuro()] },
      Dearest: { effects: [{ ...times(2), pick: dearest(2) }] },
    },
    // 60 | 40, and 30 is left over: 60 more
    steps: [
      {
        event: buy([goods("Shoes", 4_000), goods("Shoes", 6_000), goods("Shirts", 3_000)]),
        gives: { Base: 130, Dearest: 60 },
      },
    ],
  });

  promotion("the dearest piece of each basket, up to 300 points", {
    campaigns: {
      Star: { effects: [{ ...perEuro(10), pick: { which: "dearest" }, upTo: 300 }] },
    },
    steps: [
      { event: buy([goods("Shoes", 2_500), goods("Shirts", 1_000)]), gives: { Star: 250 } },
      { event: buy([goods("Shoes", 8_000)]), gives: { Star: 300 } },
      // An amount without lines has no pieces.
      { event: buy(5_000), gives: {} },
    ],
  });

  promotion("cheese by weight is one piece", {
    campaigns: { Third: { effects: [{ ...perEuro(10), pick: cheapest(3) }] } },
    // 9.00 for 0.75 kg, 4.00 and 6.00: the 4.00
    steps: [
      {
        event: buy([goods("Cheese", 900, { quantity: 0.75 }), goods("Bread", 400), goods("Wine", 600)]),
        gives: { Third: 40 },
      },
    ],
  });
});
