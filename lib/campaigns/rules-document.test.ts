import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { campaignDefinition } from "./schema";
import { campaignSentence } from "./wording/sentence";

const document = readFileSync(join(import.meta.dirname, "../../docs/rules.md"), "utf8");

/** Each example, and the sentence that the page says it reads as. */
const examples = [...document.matchAll(/```json\n(.*?)\n```\n\n> (.*?)\n/gs)].map(
  ([, json = "", sentence = ""]) => ({ json, sentence }),
);

/** What examples leave out, as the page says. */
const rest = { name: "Example", trigger: { event: "purchase" }, effects: [{ kind: "fixed", points: 10 }] };
const wording = { currency: "EUR", locale: "en", pointName: "points", timeZone: "Europe/Berlin" };

describe("the page about rules", () => {
  it("tells every example in a sentence", () => {
    expect(examples.length).toBeGreaterThanOrEqual(30);
    expect(document.match(/```json/g)).toHaveLength(examples.length);
  });

  it.each(examples)("$sentence", ({ json, sentence }) => {
    const definition = campaignDefinition.parse({ ...rest, ...JSON.parse(json) });
    expect(campaignSentence(definition, wording).text).toBe(sentence);
  });

  it("shows every kind of condition and effect", () => {
    const kinds = [
      ...examples
        .map(({ json }) => json)
        .join()
        .matchAll(/"kind": "(\w+)"/g),
    ].map(([, kind]) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining([
        ...[
          "all",
          "any",
          "not",
          "event",
          "time",
          "dates",
          "lines",
          "basket",
          "member",
          "code",
          "compare",
          "distance",
          "history",
        ],
        ...[
          "anniversary",
          "anniversary_month",
          "per_amount",
          "per_quantity",
          "per_value",
          "steps",
          "multiplier",
        ],
        ...["voucher", "badge", "progress", "tier", "tag", "segment", "notify", "webhook"],
      ]),
    );
  });
});

describe("the examples of others", () => {
  it("name promotions that there are, each by its whole name", () => {
    const folder = join(import.meta.dirname, "promotions");
    const tests = readdirSync(folder).filter((file) => file.endsWith(".test.ts"));
    const promotions = new Set(
      tests.flatMap((file) =>
        [...readFileSync(join(folder, file), "utf8").matchAll(/promotion\(\s*"([^"]+)"/g)].map(
          ([, name]) => name,
        ),
      ),
    );
    const tables = document.split("## Rules that others publish")[1]?.split("## What is refused")[0] ?? "";
    const named = [...tables.matchAll(/\*([^*]+)\*/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((name) => !promotions.has(name))).toEqual([]);
    expect(promotions.size).toBeGreaterThanOrEqual(60);
  });
});
