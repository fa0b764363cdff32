import { describe, expect, it } from "vitest";
import { LANGUAGES } from "@/lib/i18n/locales";
import { CLUB_CAMPAIGNS } from "@/prisma/seed/campaigns";
import { campaignDefinition } from "../schema";
import { campaignTemplates } from "../templates";
import { goalOf } from "./goals";
import { tellOffer } from "./tell-offer";
import { tellProgress } from "./tell-progress";

const CAMPAIGNS = [
  ...campaignTemplates({ currency: "EUR", pointName: "points" }).map(({ definition }) => definition),
  ...CLUB_CAMPAIGNS.map(({ definition }) => campaignDefinition.parse(definition)),
];
const HALF_WAY = { now: 1, goal: 5 };

/** What members read of the templates and of the demo's campaigns, for whoever speaks the language to read through. */
describe.each(LANGUAGES)("campaigns told in %s", (locale) => {
  it("read as in told/", async () => {
    const wording = {
      locale,
      currency: "EUR",
      timeZone: "Europe/Berlin",
      pointName: "points",
      tiers: [{ code: "gold", name: "Gold" }],
    };
    const told = CAMPAIGNS.map((definition) => {
      const goal = goalOf(definition);
      const progress = goal === null ? [] : [`  ${tellProgress(goal, HALF_WAY, wording)}`];
      return [`${definition.name}`, `  ${tellOffer(definition, wording)}`, ...progress].join("\n");
    });
    await expect(`${told.join("\n\n")}\n`).toMatchFileSnapshot(`told/${locale}.txt`);
  });
});
