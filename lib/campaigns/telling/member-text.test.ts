import { describe, expect, it } from "vitest";
import { campaignDefinition } from "../schema";
import { memberTextOf } from "./member-text";

const texts = {
  de: { title: "Kaffeemontag", description: "Der beste Start in die Woche." },
  es: { title: "Lunes de café" },
};
const rules = {
  name: "Coffee Mondays",
  trigger: { event: "purchase" as const },
  effects: [{ kind: "fixed" as const, points: 5 }],
};
const told = (locale: string, own: string) => memberTextOf({ name: rules.name, texts }, locale, own);

describe("what the merchant writes for members", () => {
  it("is in the member's language, part by part else in the program's, and else the name", () => {
    expect(told("de-AT", "en").title).toBe("Kaffeemontag");
    expect(told("es", "de")).toEqual({
      title: "Lunes de café",
      description: "Der beste Start in die Woche.",
    });
    expect(told("hi", "de").title).toBe("Kaffeemontag");
    expect(told("hi", "en")).toEqual({ title: "Coffee Mondays", description: null });
    expect(told("hi", "it").title).toBe("Coffee Mondays");
  });

  it("is part of the campaign, and survives being stored", () => {
    const definition = campaignDefinition.parse({ ...rules, texts });
    expect(definition.texts).toEqual(texts);
    expect(campaignDefinition.parse(JSON.parse(JSON.stringify(definition)))).toEqual(definition);
  });

  it("says something, in a language that is spoken", () => {
    const refused = (given: object) => campaignDefinition.safeParse({ ...rules, texts: given }).success;
    expect(refused({ de: {} })).toBe(false);
    expect(refused({ it: { title: "Lunedì del caffè" } })).toBe(false);
    expect(refused({ de: { title: "x".repeat(81) } })).toBe(false);
  });
});
