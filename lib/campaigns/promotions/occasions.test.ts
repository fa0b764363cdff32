import { describe } from "vitest";
import { buy, custom, did, fixed, promotion, times } from "./testing";

describe("points for what is no purchase", () => {
  const once = { per: "member" as const, times: 1, window: "lifetime" as const };

  promotion("a gift for joining", {
    campaigns: { Joined: { trigger: custom("member.joined"), effects: [fixed(100)] } },
    steps: [
      { event: did("member.joined"), gives: { Joined: 100 } },
      { event: buy(1_000), gives: {} },
    ],
  });

  promotion("reviews, with more for a photo, twice a day at most", {
    campaigns: {
      Review: {
        trigger: custom("review"),
        effects: [fixed(20)],
        limits: [{ per: "member", times: 2, window: "day" }],
      },
      Photo: {
        trigger: custom("review"),
        effects: [fixed(30)],
        condition: { kind: "event", field: "attributes.photo", test: { op: "is", value: true } },
      },
    },
    steps: [
      { event: did("review", { stars: 5 }), gives: { Review: 20 } },
      { event: did("review", { photo: true }), gives: { Review: 20, Photo: 30 } },
      // the third of the day; photos have no limit
      { event: did("review", { photo: true }), gives: { Photo: 30 }, desired: { Review: 20 } },
      { event: did("review", {}, "2026-11-25T09:00"), gives: { Review: 20 } },
    ],
  });

  promotion("friends who bring friends, once a year", {
    campaigns: {
      Referrer: {
        trigger: custom("referral"),
        effects: [fixed(300)],
        limits: [{ per: "member", times: 1, window: "year" }],
      },
      Friend: {
        effects: [fixed(100)],
        condition: {
          kind: "all",
          conditions: [
            { kind: "member", attribute: "referredBy", test: { op: "exists" } },
            {
              kind: "history",
              measure: "count",
              window: { kind: "lifetime" },
              op: "at_most",
              value: 0,
            },
          ],
        },
      },
    },
    steps: [
      { event: did("referral"), gives: { Referrer: 300 } },
      { event: did("referral"), gives: {}, desired: { Referrer: 300 } },
      { event: did("referral", {}, "2027-01-01T00:00"), gives: { Referrer: 300 } },
      { event: buy(500), by: { memberId: "bo", attributes: { referredBy: "ada" } }, gives: { Friend: 100 } },
      { event: buy(500), by: { memberId: "bo", attributes: { referredBy: "ada" } }, gives: {} },
    ],
  });

  promotion("the newsletter, once", {
    campaigns: { News: { trigger: custom("newsletter"), effects: [fixed(50)], limits: [once] } },
    steps: [
      { event: did("newsletter"), gives: { News: 50 } },
      { event: did("newsletter", {}, "2030-01-01T10:00"), gives: {}, desired: { News: 50 } },
    ],
  });

  promotion("checking in near the shop, once a day", {
    campaigns: {
      Near: {
        trigger: custom("checkin"),
        effects: [fixed(5)],
        condition: { kind: "event", field: "attributes.metres", test: { op: "at_most", value: 200 } },
        limits: [{ per: "member", times: 1, window: "day" }],
      },
    },
    steps: [
      { event: did("checkin", { metres: 350 }), gives: {} },
      { event: did("checkin", { metres: 120 }), gives: { Near: 5 } },
      { event: did("checkin", { metres: 90 }), gives: {}, desired: { Near: 5 } },
    ],
  });

  promotion("scanning the code on certain packs, once a week", {
    campaigns: {
      Scan: {
        trigger: custom("scan"),
        effects: [fixed(15)],
        condition: {
          kind: "event",
          field: "attributes.code",
          test: { op: "in", value: ["PACK-A", "PACK-B"] },
        },
        limits: [{ per: "member", times: 1, window: "week" }],
      },
    },
    steps: [
      { event: did("scan", { code: "pack-a" }, "2026-11-29T22:00"), gives: { Scan: 15 } },
      // Monday begins another week
      { event: did("scan", { code: "PACK-B" }, "2026-11-30T08:00"), gives: { Scan: 15 } },
      { event: did("scan", { code: "PACK-B" }, "2026-12-01T08:00"), gives: {}, desired: { Scan: 15 } },
      { event: did("scan", { code: "PACK-C" }, "2026-12-08T08:00"), gives: {} },
    ],
  });

  promotion("entering a segment", {
    campaigns: {
      Vip: {
        trigger: custom("segment.entered"),
        effects: [fixed(1_000)],
        condition: { kind: "event", field: "attributes.segment", test: { op: "is", value: "vip" } },
      },
    },
    steps: [
      { event: did("segment.entered", { segment: "vip" }), gives: { Vip: 1_000 } },
      { event: did("segment.entered", { segment: "news" }), gives: {} },
    ],
  });

  promotion("reaching gold, from below", {
    campaigns: {
      Gold: {
        trigger: custom("tier.changed"),
        effects: [fixed(500)],
        condition: {
          kind: "all",
          conditions: [
            { kind: "event", field: "attributes.tier", test: { op: "is", value: "gold" } },
            { kind: "event", field: "attributes.from", test: { op: "is_not", value: "platinum" } },
          ],
        },
      },
    },
    steps: [
      { event: did("tier.changed", { tier: "gold", from: "silver" }), gives: { Gold: 500 } },
      { event: did("tier.changed", { tier: "gold", from: "platinum" }), gives: {} },
    ],
  });

  promotion("a point a mile, half as much again in business class", {
    campaigns: {
      Miles: {
        trigger: custom("flight"),
        effects: [{ kind: "per_value", field: "attributes.miles", points: 1, per: 1 }],
      },
      Business: {
        trigger: custom("flight"),
        effects: [times(1.5)],
        condition: { kind: "event", field: "attributes.cabin", test: { op: "is", value: "business" } },
      },
    },
    steps: [
      { event: did("flight", { miles: 1_234, cabin: "economy" }), gives: { Miles: 1_234 } },
      // 1,235 × 0.5 = 617.5, rounded down
      { event: did("flight", { miles: 1_235, cabin: "business" }), gives: { Miles: 1_235, Business: 617 } },
      { event: did("flight", { cabin: "business" }), gives: {} },
    ],
  });

  promotion("500 points a night, and 1,000 more from the third on", {
    campaigns: {
      Nights: {
        trigger: custom("stay"),
        effects: [{ kind: "per_value", field: "attributes.nights", points: 500, per: 1 }],
      },
      Long: {
        trigger: custom("stay"),
        effects: [fixed(1_000)],
        condition: { kind: "event", field: "attributes.nights", test: { op: "at_least", value: 3 } },
      },
    },
    steps: [
      { event: did("stay", { nights: 2 }), gives: { Nights: 1_000 } },
      { event: did("stay", { nights: 3 }), gives: { Nights: 1_500, Long: 1_000 } },
    ],
  });

  promotion("a point for 100 steps walked, up to 80 a day", {
    campaigns: {
      Steps: {
        trigger: custom("walk"),
        effects: [{ kind: "per_value", field: "attributes.steps", points: 1, per: 100 }],
        limits: [{ per: "member", points: 80, window: "day" }],
      },
    },
    steps: [
      { event: did("walk", { steps: 5_499 }), gives: { Steps: 54 } },
      // 40 more, of which 80 − 54 = 26 are left
      { event: did("walk", { steps: 4_000 }), gives: { Steps: 26 }, desired: { Steps: 40 } },
    ],
  });

  promotion("a complete profile, and the birthday itself", {
    campaigns: {
      Profile: { trigger: custom("profile_completed"), effects: [fixed(75)], limits: [once] },
      Birthday: { trigger: custom("member.birthday"), effects: [fixed(150)] },
    },
    steps: [
      { event: did("profile_completed"), gives: { Profile: 75 } },
      { event: did("profile_completed"), gives: {}, desired: { Profile: 75 } },
      { event: did("member.birthday"), gives: { Birthday: 150 } },
    ],
  });
});
