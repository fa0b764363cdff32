import { describe, expect, it } from "vitest";
import { campaignDefinition } from "./schema";
import { tellOffer } from "./telling/tell-offer";
import { BLANK_CAMPAIGN, campaignTemplates } from "./templates";
import { campaignSentence } from "./wording/sentence";

const euros = { currency: "EUR", pointName: "beans" };
const wording = { ...euros, locale: "en", timeZone: "Europe/Berlin" };
const templates = campaignTemplates(euros);
const definitionOf = (key: string, setting = euros) =>
  campaignTemplates(setting).find((template) => template.key === key)?.definition ?? BLANK_CAMPAIGN;

describe("templates of campaigns", () => {
  it("are many, each by a name of its own", () => {
    expect(templates.length).toBeGreaterThanOrEqual(20);
    expect(new Set(templates.map(({ key }) => key)).size).toBe(templates.length);
    expect(new Set(templates.map(({ title }) => title)).size).toBe(templates.length);
  });

  it.each(templates)("$key can run as it is, and survives being stored", ({ definition }) => {
    expect(campaignDefinition.parse(JSON.parse(JSON.stringify(definition)))).toEqual(definition);
  });

  it("read as sentences, to merchants and to members", () => {
    const told = Object.fromEntries(
      templates.map(({ key, definition }) => [key, campaignSentence(definition, wording).text]),
    );
    expect(told).toMatchInlineSnapshot(`
      {
        "anniversary": "Everyone gets double beans in the month in which they joined, at most 500 beans a month.",
        "base-rate": "Everyone gets 1 bean per €1.00.",
        "best-of-two": "Everyone gets 40 beans for a purchase with at least 5 pieces.",
        "birthday": "Everyone gets 200 beans for a purchase within 3 days of their birthday, at most once a year.",
        "brand-funded": "Everyone gets 3 beans per €1.00 on Plantly products, all members together at most €1,000.00 in cost.",
        "category": "Everyone gets triple beans on Coffee, at most 300 beans a month.",
        "challenge": "Everyone gets 1 of 10 steps in the challenge “Ten breakfasts” for a purchase from 06:00 to 10:00, at most once a day.",
        "code": "Everyone gets 100 beans for a purchase with the code HELLO, at most once, all members together at most 1,000 times.",
        "combination": "Everyone gets 15 beans for a purchase with Coffee and Cake in the basket, at most once a day.",
        "double-day": "Everyone gets double beans on Mondays, at most 200 beans a month.",
        "first-app-order": "Members who never bought through app before get 150 beans for a purchase through app.",
        "happy-hour": "Everyone gets 1.5× beans on weekdays from 14:00 to 17:00, at most 50 beans a day.",
        "monthly-goal": "Everyone gets 75 beans each time they have spent another €100.00 in a month, at most 5 times a month.",
        "nth-purchase": "Everyone gets 50 beans on every 5th purchase.",
        "referral": "Everyone gets 300 beans for the first purchase of a friend on their invitation, at most 10 times a year.",
        "review": "Everyone gets 20 beans for “review”, at most once a day.",
        "season": "Everyone gets triple beans (up to 500 beans) every year from 27 Dec to 31 Dec, all members together at most €5,000.00 in cost a year.",
        "spend-and-get": "Everyone gets 30 beans for at least €30.00, 80 beans for at least €60.00 or 150 beans for at least €100.00, at most once a day.",
        "stamp-card": "Everyone gets a voucher “Free coffee” valid for 60 days each time they have bought another 10 pieces of Coffee.",
        "streak": "Everyone gets 100 beans and the badge “Regular” each time they have bought in 4 weeks in a row.",
        "third-piece": "Everyone gets 5× beans on the cheapest of every 3 pieces of Wine, at most 500 beans a month.",
        "tier": "Gold members get 1.5× beans.",
        "welcome": "Everyone gets 100 beans on their first purchase when the total is at least €5.00, at most once.",
        "win-back": "Members whose last purchase was at least 90 days ago get 150 beans and the message “Good to see you again” for a purchase, at most 2 times a year, with 10% of members held out for comparison.",
      }
    `);
    const offers = templates.map(({ definition }) => tellOffer(definition, wording));
    expect(offers.filter((sentence) => !sentence.startsWith("You get "))).toEqual([]);
  });

  it("ask for amounts that mean something in the program's currency", () => {
    const perMinorIn = (currency: string) => definitionOf("base-rate", { ...euros, currency }).effects[0];
    expect(perMinorIn("EUR")).toMatchObject({ perMinor: 100 });
    expect(perMinorIn("JPY")).toMatchObject({ perMinor: 100 });
    expect(perMinorIn("SEK")).toMatchObject({ perMinor: 1_000 });
    expect(perMinorIn("KWD")).toMatchObject({ perMinor: 1_000 });
  });

  it("name the program's own tier, group and sponsor where there are any", () => {
    const named = {
      ...euros,
      tiers: [
        { code: "base", name: "Base" },
        { code: "black", name: "Black" },
      ],
      groups: [{ code: "offers", name: "Offers" }],
      sponsors: [{ code: "oatly", name: "Oatly" }],
    };
    expect(definitionOf("tier", named).audience?.tests[0]?.test).toEqual({ op: "is", value: "black" });
    expect(definitionOf("best-of-two", named).stacking?.group).toBe("offers");
    expect(definitionOf("brand-funded", named).funding).toEqual({ sponsor: "oatly", percent: 100 });
    expect(definitionOf("brand-funded").funding).toBeUndefined();
  });
});
