import { describe } from "vitest";
import { buy, custom, did, fixed, goods, perEuro, promotion, times } from "./testing";

const once = { per: "member" as const, times: 1, window: "day" as const };

describe("points for what is the member's own", () => {
  promotion("double points at the home store", {
    campaigns: {
      Base: { effects: [perEuro()] },
      Home: {
        effects: [times(2)],
        condition: { kind: "compare", field: "store", op: "is", with: "member.homeStore" },
      },
    },
    member: { attributes: { homeStore: "Mitte" } },
    steps: [
      { event: buy(1_000, { store: "mitte" }), gives: { Base: 10, Home: 10 } },
      { event: buy(1_000, { store: "West" }), gives: { Base: 10 } },
      { event: buy(1_000), gives: { Base: 10 } },
      // nobody has said where Bo is at home
      { event: buy(1_000, { store: "Mitte" }), by: { memberId: "bo", attributes: {} }, gives: { Base: 10 } },
    ],
  });

  promotion("a bonus for trying another store than one's own, once a day", {
    campaigns: {
      Curious: {
        effects: [fixed(50)],
        condition: { kind: "compare", field: "store", op: "is_not", with: "member.homeStore" },
        limits: [once],
      },
    },
    member: { attributes: { homeStore: "Mitte" } },
    steps: [
      { event: buy(500, { store: "Mitte" }), gives: {} },
      { event: buy(500, { store: "West" }), gives: { Curious: 50 } },
      { event: buy(500, { store: "Ost" }), gives: {}, desired: { Curious: 50 } },
      // without a home store there is no other one
      { event: buy(500, { store: "West" }), by: { memberId: "bo", attributes: {} }, gives: {} },
    ],
  });

  promotion("delivered to the city where the member lives", {
    campaigns: {
      Local: {
        effects: [fixed(20)],
        condition: { kind: "compare", field: "attributes.deliveryCity", op: "is", with: "member.city" },
      },
    },
    member: { attributes: { city: "Potsdam" } },
    steps: [
      { event: buy(2_000, { attributes: { deliveryCity: "POTSDAM" } }), gives: { Local: 20 } },
      { event: buy(2_000, { attributes: { deliveryCity: "Berlin" } }), gives: {} },
    ],
  });

  promotion("billed and delivered to the same address", {
    campaigns: {
      Same: {
        effects: [fixed(10)],
        condition: { kind: "compare", field: "attributes.billing", op: "is", with: "attributes.delivery" },
      },
    },
    steps: [
      { event: buy(900, { attributes: { billing: "Hof 1", delivery: "hof 1" } }), gives: { Same: 10 } },
      { event: buy(900, { attributes: { billing: "Hof 1", delivery: "Hof 2" } }), gives: {} },
      { event: buy(900, { attributes: { billing: "Hof 1" } }), gives: {} },
    ],
  });

  promotion("who pays at least what they pledged gets a point more for every euro", {
    campaigns: {
      Base: { effects: [perEuro()] },
      Pledge: {
        effects: [perEuro()],
        condition: { kind: "compare", field: "amountMinor", op: "at_least", with: "member.pledge" },
      },
    },
    member: { attributes: { pledge: 2_500 } },
    steps: [
      { event: buy(2_499), gives: { Base: 24 } },
      { event: buy(2_500), gives: { Base: 25, Pledge: 25 } },
    ],
  });

  promotion("within the units that a patient card allows", {
    campaigns: {
      Within: {
        effects: [fixed(5)],
        condition: { kind: "compare", field: "lines.units", op: "at_most", with: "member.units" },
      },
    },
    member: { attributes: { units: 10 } },
    steps: [
      {
        // 4.5 and 5.5 are 10
        event: buy([
          goods("Food", 300, { attributes: { units: 4.5 } }),
          goods("Food", 200, { attributes: { units: 5.5 } }),
        ]),
        gives: { Within: 5 },
      },
      { event: buy([goods("Food", 300, { attributes: { units: 10.5 } })]), gives: {} },
      { event: buy([goods("Food", 300)]), gives: {} },
    ],
  });
});

describe("points for being near", () => {
  const shop = { name: "the shop", latitude: 52.5219, longitude: 13.4132 };

  promotion("a check-in within 300 m of the shop, once a day", {
    campaigns: {
      Near: {
        trigger: custom("checkin"),
        effects: [fixed(5)],
        condition: { kind: "distance", place: shop, withinMetres: 300 },
        limits: [once],
      },
    },
    steps: [
      // 0.0021° to the north are 233.5 m
      { event: did("checkin", { latitude: 52.524, longitude: 13.4132 }), gives: { Near: 5 } },
      // 0.0045° to the east are 304.5 m at this latitude, 500 m at the equator
      { event: did("checkin", { latitude: 52.5219, longitude: 13.4177 }), gives: {} },
      { event: did("checkin", { latitude: 52.5219, longitude: 13.4175 }), gives: {}, desired: { Near: 5 } },
      { event: did("checkin"), gives: {} },
    ],
  });

  promotion("near either of two shops, but not by one of their delivery vans", {
    campaigns: {
      Near: {
        trigger: custom("checkin"),
        effects: [fixed(5)],
        condition: {
          kind: "all",
          conditions: [
            {
              kind: "any",
              conditions: [
                { kind: "distance", place: shop, withinMetres: 300 },
                {
                  kind: "distance",
                  place: { name: "the other shop", latitude: 52.4986, longitude: 13.3934 },
                  withinMetres: 150,
                },
              ],
            },
            {
              kind: "not",
              condition: { kind: "event", field: "attributes.by", test: { op: "is", value: "van" } },
            },
          ],
        },
      },
    },
    steps: [
      { event: did("checkin", { latitude: 52.5219, longitude: 13.4132 }), gives: { Near: 5 } },
      { event: did("checkin", { latitude: 52.4986, longitude: 13.3934 }), gives: { Near: 5 } },
      { event: did("checkin", { latitude: 52.4986, longitude: 13.3934, by: "van" }), gives: {} },
      // between the two
      { event: did("checkin", { latitude: 52.51, longitude: 13.4 }), gives: {} },
    ],
  });
});
