import { describe, expect, it } from "vitest";
import { type CampaignDefinition, type Condition, campaignDefinition } from "@/lib/campaigns/schema";
import { CONDITION_CHOICES } from "./choices";
import { editableGroup, joined, joiningOf, turned, unturned } from "./groups";

const monday: Condition = { kind: "time", weekdays: [1] };
const app: Condition = { kind: "event", field: "channel", test: { op: "is", value: "app" } };

describe("conditions as they are edited", () => {
  it("stand in a group, which is empty where there is none", () => {
    expect(editableGroup(null)).toEqual({ kind: "all", conditions: [] });
    expect(editableGroup(monday)).toEqual({ kind: "all", conditions: [monday] });
    const none: Condition = { kind: "not", condition: { kind: "any", conditions: [monday, app] } };
    expect(editableGroup(none)).toEqual({ kind: "all", conditions: [none] });
  });

  it("are turned round once at most", () => {
    const twice: Condition = { kind: "not", condition: { kind: "not", condition: monday } };
    const thrice: Condition = { kind: "not", condition: twice };
    expect(editableGroup({ kind: "any", conditions: [twice, thrice] })).toEqual({
      kind: "any",
      conditions: [monday, { kind: "not", condition: monday }],
    });
  });

  it("know where they stand inside what turns them round", () => {
    expect(unturned({ kind: "not", condition: app }, "/condition/conditions/0")).toEqual({
      inner: app,
      isTurned: true,
      at: "/condition/conditions/0/condition",
    });
    expect(unturned(app, "/condition")).toEqual({ inner: app, isTurned: false, at: "/condition" });
  });

  it("go together in four ways, and every way reads back as it was chosen", () => {
    for (const joining of ["all", "any", "none", "not_all"] as const) {
      const { inner, isTurned } = unturned(joined([monday, app], joining), "");
      if (inner.kind !== "all" && inner.kind !== "any") throw new Error("a group stays a group");
      expect(joiningOf(inner, isTurned)).toBe(joining);
      expect(inner.conditions).toEqual([monday, app]);
    }
    expect(turned({ kind: "any", conditions: [app] }, true)).toEqual(joined([app], "none"));
  });
});

describe("conditions that can be added", () => {
  const starts = { day: "2026-11-22", unitMinor: 100 };
  const campaign = (condition: Condition): CampaignDefinition => ({
    name: "A campaign",
    trigger: { event: "purchase" },
    audience: null,
    condition,
    effects: [{ kind: "fixed", points: 5 }],
    limits: [],
    schedule: {},
  });

  it.each(CONDITION_CHOICES)(
    "$label starts as something that has a meaning, or only lacks its values",
    (choice) => {
      const parsed = campaignDefinition.safeParse(campaign(choice.make(starts)));
      const missing = /values|value|codes|attribute|field|stores|with|place/;
      const others = (parsed.error?.issues ?? []).filter(({ path }) => !missing.test(path.join("/")));
      expect(others).toEqual([]);
    },
  );

  it("are told apart by their keys", () => {
    expect(new Set(CONDITION_CHOICES.map(({ key }) => key)).size).toBe(CONDITION_CHOICES.length);
  });
});
