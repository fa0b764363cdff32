import { describe, expect, it } from "vitest";
import { CONDITION_CHOICES } from "./conditions/choices";
import { EFFECT_CHOICES } from "./effects/kinds";
import { findChoices } from "./find-choices";

const first = (text: string) => findChoices(CONDITION_CHOICES, text)[0]?.key;

describe("findChoices", () => {
  it("offers everything before a word is typed, and nothing for a word that nobody knows", () => {
    expect(findChoices(CONDITION_CHOICES, " ")).toEqual(CONDITION_CHOICES);
    expect(findChoices(CONDITION_CHOICES, "zeppelin")).toEqual([]);
  });

  it.each([
    ["monday", "weekdays"],
    ["bought", "history-count"],
    ["bought coffee", "history-product"],
    ["twice", "history-product"],
    ["bought croissants", "history-count"],
    ["streak zeppelin", "history-streak"],
  ])("answers “%s” with what a newcomer means by it", (text, key) => {
    expect(first(text)).toBe(key);
  });

  it("finds what gives points by how people say it", () => {
    expect(findChoices(EFFECT_CHOICES, "double points")[0]?.key).toBe("multiplier");
  });
});
