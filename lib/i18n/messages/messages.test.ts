import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../locales";
import { MESSAGES } from ".";
import { SAME_IN_ENGLISH } from "./same-in-english";

type MessageFormatElement = ReturnType<IntlMessageFormat["getAst"]>[number];
type Tree = { readonly [key: string]: string | Tree };

const namespaces: [string, Record<(typeof LANGUAGES)[number], Tree>][] = Object.entries(MESSAGES);
const translations = namespaces.flatMap(([namespace, languages]) =>
  LANGUAGES.filter((language) => language !== "en").map(
    (language) => [namespace, language, languages] as const,
  ),
);

describe.each(translations)("%s in %s", (_namespace, language, languages) => {
  const english = flatten(languages.en);
  const translated = flatten(languages[language]);

  it("has the English keys", () => {
    expect([...translated.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("takes the English arguments and tags", () => {
    for (const [key, message] of english) {
      expect(argumentsOf(translated.get(key) ?? "", language), key).toEqual(argumentsOf(message, "en"));
    }
  });

  it("covers each plural of the language", () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, message] of translated) {
      for (const forms of pluralsOf(parse(message, language))) {
        expect(forms, key).toEqual(expect.arrayContaining(neededForms(needed, forms)));
      }
    }
  });

  it("is not left in English", () => {
    const left = [...translated].filter(([key, message]) => message === english.get(key));
    const allowed = new Set(SAME_IN_ENGLISH[language]);
    expect(left.filter(([, message]) => !allowed.has(message) && /\p{L}/u.test(wordsOf(message)))).toEqual(
      [],
    );
  });
});

/** Of a few messages that are the same by nature the list stays honest only if each is still needed. */
it("lists nothing as the same in English that is not", () => {
  for (const [language, same] of Object.entries(SAME_IN_ENGLISH)) {
    const found = namespaces.flatMap(([, languages]) => {
      const english = flatten(languages.en);
      return [...flatten(languages[language as "de"])].filter(
        ([key, message]) => message === english.get(key),
      );
    });
    expect(found.map(([, message]) => message)).toEqual(expect.arrayContaining([...same]));
  }
});

/** `other` stands for what French and Spanish call “many”: from a million on, in round numbers. */
function neededForms(categories: readonly string[], forms: readonly string[]): string[] {
  const exact = new Set(forms.filter((form) => form.startsWith("=")));
  return categories.filter(
    (category) =>
      !(category === "many" && categories.length === 3) &&
      !(category === "zero" && exact.has("=0")) &&
      !(category === "one" && exact.has("=1")) &&
      !(category === "two" && exact.has("=2")),
  );
}

function flatten(tree: Tree, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") found.set(path + key, value);
    else for (const [inner, message] of flatten(value, `${path}${key}.`)) found.set(inner, message);
  }
  return found;
}

function parse(message: string, language: string): MessageFormatElement[] {
  return new IntlMessageFormat(message, language).getAst();
}

/** "argument name", "tag name": what kind each is, sorted; the branches of a choice by their names. */
function argumentsOf(message: string, language: string): string[] {
  const found = new Set<string>();
  for (const element of everyElement(parse(message, language))) {
    if (element.type === 8) found.add(`tag ${element.value}`);
    else if (element.type === 5) {
      found.add(`choice ${element.value} ${Object.keys(element.options).sort().join(" ")}`);
    } else if (element.type !== 0 && element.type !== 7) found.add(`argument ${element.value}`);
  }
  return [...found].sort();
}

function pluralsOf(elements: MessageFormatElement[]): string[][] {
  return everyElement(elements).flatMap((element) =>
    element.type === 6 && element.pluralType === "cardinal" ? [Object.keys(element.options)] : [],
  );
}

/** The words of a message without its arguments. */
function wordsOf(message: string): string {
  return everyElement(parse(message, "en"))
    .flatMap((element) => (element.type === 0 ? [element.value] : []))
    .join("");
}

/** Elements and those within tags, choices and plurals. Types: 0 text, 5 select, 6 plural, 7 #, 8 tag. */
function everyElement(elements: MessageFormatElement[]): MessageFormatElement[] {
  return elements.flatMap((element) => {
    if (element.type === 8) return [element, ...everyElement(element.children)];
    if (element.type === 5 || element.type === 6) {
      return [element, ...Object.values(element.options).flatMap(({ value }) => everyElement(value))];
    }
    return [element];
  });
}
