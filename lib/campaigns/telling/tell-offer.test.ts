import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { LANGUAGES, type Language } from "@/lib/i18n/locales";
import { offer } from "@/lib/i18n/messages/offer";
import { anyCampaign } from "../evaluation/arbitraries";
import { tellOffer, tellRate } from "./tell-offer";
import { asCondition, BOUNDS, CONDITIONS, campaign, EFFECTS, FILTERS, GROUPS, wordingIn } from "./testing";

type Case = [name: string, rules: Parameters<typeof campaign>[0]];

const CASES: Case[] = [
  ...Object.entries({ ...CONDITIONS, ...GROUPS }).map(
    ([name, condition]): Case => [`when ${name}`, { condition: asCondition(condition) }],
  ),
  // Beside what is said at the top, members are told of what they have or are only among several ways.
  ...Object.entries(CONDITIONS).map(
    ([name, condition]): Case => [
      `either ${name}`,
      {
        condition: {
          kind: "any",
          conditions: [asCondition(condition), asCondition({ kind: "code", codes: ["Σ"] })],
        },
      },
    ],
  ),
  ...Object.entries(CONDITIONS).map(
    ([name, condition]): Case => [
      `not ${name}`,
      { condition: { kind: "not", condition: asCondition(condition) } },
    ],
  ),
  ...Object.entries(EFFECTS).map(
    ([name, effect]): Case => [`get ${name}`, { effects: [effect] as NonNullable<Case[1]["effects"]> }],
  ),
  ...Object.entries(FILTERS).map(
    ([name, filter]): Case => [
      `of ${name}`,
      { condition: asCondition({ kind: "lines", quantifier: "any", filter }) },
    ],
  ),
  ...Object.entries(BOUNDS),
];

/** What a sentence never holds: an argument or a choice left open, a gap, two stops in a row. */
const BROKEN = /[{}]|undefined|\bnull\b|NaN| {2}|^\s|\s$| [,.;،।]|[,،] ?[,،]|\( | \)|\(\)|[.।]{2}/;

const said = new Set<string>();
type Composer = (locale: string, namespace: string) => (key: string, values?: object) => string;
vi.mock("@/lib/i18n/translate", async (importOriginal) => {
  const original = await importOriginal<{ composer: Composer }>();
  const composer: Composer = (locale, namespace) => {
    const say = original.composer(locale, namespace);
    return (key, values) => {
      said.add(`${locale} ${namespace} ${key}`);
      return say(key, values);
    };
  };
  return { ...original, composer };
});

describe.each(LANGUAGES)("an offer in %s", (language) => {
  it("is a sentence, whatever it asks, gives and bounds, and has a place for each message", () => {
    for (const [name, rules] of CASES) {
      const told = tellOffer(campaign(rules), wordingIn(language));
      expect(told, name).not.toMatch(BROKEN);
      expect(told, name).toMatch(/^[^,،;]+.*[.।]$/su);
      expect(englishIn(told, language), told).toEqual([]);
    }
    const unsaid = keysOf(offer[language]).filter((key) => !said.has(`${language} offer ${key}`));
    expect(unsaid.filter((key) => !key.startsWith("progress."))).toEqual([]);
  }, 60_000);

  it("is one for any campaign", () => {
    fc.assert(
      fc.property(anyCampaign, (definition) => {
        expect(tellOffer(definition, wordingIn(language))).not.toMatch(BROKEN);
        expect(tellRate(definition, wordingIn(language))).not.toMatch(BROKEN);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

function keysOf(tree: object, path = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [path + key] : keysOf(value as object, `${path}${key}.`),
  );
}

it("is written as the locale writes numbers, money and days", () => {
  const rules = {
    condition: asCondition({ kind: "event", field: "amountMinor", test: { op: "at_least", value: 123_450 } }),
    schedule: { endsAt: "2027-03-01T00:00:00+01:00" },
    limits: [{ per: "member" as const, points: 12_000, window: "month" as const }],
  };
  const told = (locale: string) => tellOffer(campaign(rules), wordingIn(locale));
  expect(told("de-AT")).toMatch(/€\s1.234,50/);
  expect(told("de-CH")).toMatch(/12['’]000 Punkte/);
  expect(told("en-US")).toContain("February 28, 2027");
  expect(told("en")).toContain("28 February 2027");
  expect(told("ar-EG")).toContain("١٢٬٠٠٠ نقطة");
  expect(told("hi-IN")).toContain("28 फ़रवरी 2027");
});

it("keeps a program's own word for its points, in every language", () => {
  const told = (locale: string) =>
    tellOffer(campaign({ effects: [{ kind: "multiplier", factorPercent: 200 }] }), {
      ...wordingIn(locale),
      pointName: "beans",
    });
  for (const language of LANGUAGES) expect(told(language)).toContain("beans");
  expect(
    tellOffer(campaign({ effects: [{ kind: "fixed", points: 1 }] }), {
      ...wordingIn("en"),
      pointName: "beans",
    }),
  ).toBe("You get 1 bean for a purchase.");
});

/** Letters of the Latin script that neither the language nor the program has brought in. */
function englishIn(told: string, language: Language): string[] {
  if (language === "en") return [];
  // AM and PM are how Hindi writes hours.
  const words = told.match(/[A-Za-z]{2,}/g)?.filter((word) => !/^(am|pm)$/i.test(word)) ?? [];
  if (language === "ar" || language === "hi") return words;
  return words.filter((word) => ENGLISH.has(word.toLowerCase()));
}

/** Words of the English messages that no other language in Latin letters has. */
const ENGLISH: ReadonlySet<string> = new Set(
  "the you your get for with when at most least each every other and or not bought spent purchase of".split(
    " ",
  ),
);
