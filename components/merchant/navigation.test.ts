import { describe, expect, it } from "vitest";
import { ROLE_PERMISSIONS } from "@/lib/auth/permissions";
import { sectionsFor } from "./navigation";

const labels = (role: keyof typeof ROLE_PERMISSIONS) =>
  sectionsFor(ROLE_PERMISSIONS[role]).flatMap(({ destinations }) => destinations.map(({ label }) => label));

describe("the portal's navigation", () => {
  it("shows an owner everything", () => {
    expect(labels("owner")).toEqual([
      "Overview",
      "Counter",
      "Campaigns",
      "Simulator",
      "Members",
      "Rewards",
      "Segments",
      "Pools",
      "Partners",
      "Events",
      "Imports",
      "Bulk credits",
      "Approvals",
      "Ledger",
      "API keys",
      "Webhooks",
      "Outgoing mail",
      "API reference",
      "Branding",
      "Referrals",
      "Points",
      "Campaign settings",
      "Privacy",
      "Program as code",
      "Tiers",
      "Team",
    ]);
  });

  it("shows a cashier only what a cashier may open, and no empty section", () => {
    expect(labels("cashier")).toEqual([
      "Overview",
      "Counter",
      "Members",
      "Rewards",
      "Segments",
      "Pools",
      "API reference",
    ]);
    expect(sectionsFor(ROLE_PERMISSIONS.cashier).map(({ title }) => title)).toEqual([null, "Developers"]);
  });
});
