import { describe } from "vitest";
import { isHeldOut } from "../evaluation/control-group";
import type { GroupPolicy } from "../schema";
import { buy, category, fixed, goods, perEuro, promotion, type Rules, times } from "./testing";

const group = (policy: GroupPolicy, code = "one") => ({ code, name: code, policy });
const grouped = (rules: Rules, stacking: Rules["stacking"] = {}): Rules => ({
  ...rules,
  stacking: { group: "one", ...stacking },
});
const base = { effects: [perEuro()] };

describe("campaigns together", () => {
  promotion("the better of two for the member", {
    groups: [group("best_for_member")],
    campaigns: {
      Rate: grouped({ effects: [perEuro(3)] }),
      Flat: grouped({ effects: [fixed(50)] }),
    },
    steps: [
      // 3 × 10 = 30 against 50
      { event: buy(1_000), gives: { Flat: 50 }, suppressed: ["Rate"] },
      // 3 × 20 = 60 against 50
      { event: buy(2_000), gives: { Rate: 60 }, suppressed: ["Flat"] },
    ],
  });

  promotion("the cheaper of two for the program", {
    groups: [group("best_for_program")],
    campaigns: {
      Rate: grouped({ effects: [perEuro(3)] }),
      Flat: grouped({ effects: [fixed(50)] }),
    },
    steps: [
      { event: buy(1_000), gives: { Rate: 30 }, suppressed: ["Flat"] },
      { event: buy(2_000), gives: { Flat: 50 }, suppressed: ["Rate"] },
    ],
  });

  promotion("the first that fits: a ladder of rates", {
    groups: [group("first_match")],
    campaigns: {
      Standard: grouped({ effects: [perEuro(1)] }),
      From50: grouped(
        {
          effects: [perEuro(2)],
          condition: { kind: "event", field: "amountMinor", test: { op: "at_least", value: 5_000 } },
        },
        { priority: 10 },
      ),
      From100: grouped(
        {
          effects: [perEuro(3)],
          condition: { kind: "event", field: "amountMinor", test: { op: "at_least", value: 10_000 } },
        },
        { priority: 20 },
      ),
    },
    steps: [
      { event: buy(4_000), gives: { Standard: 40 } },
      { event: buy(6_000), gives: { From50: 120 }, suppressed: ["Standard"] },
      { event: buy(10_000), gives: { From100: 300 }, suppressed: ["From50", "Standard"] },
    ],
  });

  promotion("a welcome that stands alone", {
    campaigns: {
      Extra: { effects: [fixed(5)] },
      Welcome: {
        effects: [fixed(100)],
        stacking: { priority: 100, exclusive: true },
        limits: [{ per: "member", times: 1, window: "lifetime" }],
      },
    },
    steps: [
      { event: buy(100), gives: { Welcome: 100 }, suppressed: ["Extra"] },
      // it gives nothing any more, and so keeps nothing away
      { event: buy(100), gives: { Extra: 5 }, desired: { Welcome: 100 } },
    ],
  });

  promotion("exclusive keeps later groups away, not earlier ones", {
    groups: [group("all"), group("all", "two")],
    campaigns: {
      Base: grouped(base),
      Only: { effects: [fixed(7)], stacking: { group: "two", exclusive: true } },
      Last: { effects: [fixed(1)] },
    },
    steps: [{ event: buy(1_000), gives: { Base: 10, Only: 7 }, suppressed: ["Last"] }],
  });

  promotion("multipliers add up on the base, whatever their order", {
    campaigns: {
      Double: { effects: [times(2)] },
      Base: base,
      Half: { effects: [times(1.5)] },
    },
    // base 30: 30 more and 15 more
    steps: [{ event: buy(3_000), gives: { Base: 30, Double: 30, Half: 15 } }],
  });

  promotion("multipliers leave bonuses alone unless told otherwise", {
    campaigns: {
      Base: base,
      Bonus: { effects: [fixed(40)] },
      Double: { effects: [times(2)] },
      DoubleAll: { effects: [{ ...times(2), on: "all" }] },
    },
    // on the base of 10: 10; on base and bonus: 10 + 40
    steps: [{ event: buy(1_000), gives: { Base: 10, Bonus: 40, Double: 10, DoubleAll: 50 } }],
  });

  promotion("a multiplier in an earlier group does not see what comes later", {
    groups: [group("all")],
    campaigns: {
      Early: grouped({ effects: [times(3)] }),
      Base: base,
    },
    steps: [{ event: buy(1_000), gives: { Base: 10 } }],
  });

  promotion("points of another type have a base of their own", {
    campaigns: {
      Base: base,
      Status: { effects: [perEuro(5)], terms: { pointType: "status" } },
      Double: { effects: [times(2)] },
      StatusDouble: { effects: [times(2)], terms: { pointType: "status" } },
    },
    steps: [{ event: buy(1_000), gives: { Base: 10, Status: 50, Double: 10, StatusDouble: 50 } }],
  });

  promotion("the best multiplier of a category only, on top of the base for all", {
    groups: [group("all", "base"), group("best_for_member")],
    campaigns: {
      Base: { ...base, stacking: { group: "base" } },
      Coffee: grouped({ effects: [times(3, category("Coffee"))] }),
      Monday: grouped({ effects: [times(2)], condition: { kind: "time", weekdays: [1] } }),
    },
    steps: [
      // Monday, base 5 + 30 = 35: coffee adds 10, Monday 35
      {
        event: buy([goods("Coffee", 500), goods("Cake", 3_000)], { at: "2026-11-23T10:00" }),
        gives: { Base: 35, Monday: 35 },
        suppressed: ["Coffee"],
      },
      // base 20 + 5 = 25: coffee adds 40, Monday 25
      {
        event: buy([goods("Coffee", 2_000), goods("Cake", 500)], { at: "2026-11-23T10:00" }),
        gives: { Base: 25, Coffee: 40 },
        suppressed: ["Monday"],
      },
    ],
  });

  const members = Array.from({ length: 40 }, (_, number) => `member-${number}`);
  const held = members.find((memberId) => isHeldOut("Try", memberId, 50)) ?? "";
  const treated = members.find((memberId) => !isHeldOut("Try", memberId, 50)) ?? "";

  promotion("half of the members are held out, always the same", {
    campaigns: { Base: base, Try: { effects: [fixed(30)], control: { percent: 50 } } },
    steps: [
      { event: buy(1_000), by: { memberId: treated }, gives: { Base: 10, Try: 30 } },
      { event: buy(1_000), by: { memberId: held }, gives: { Base: 10 }, control: ["Try"] },
      { event: buy(2_000), by: { memberId: held }, gives: { Base: 20 }, control: ["Try"] },
    ],
  });
});
