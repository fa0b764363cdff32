import type { Condition } from "../schema";
import type { MoneyFormat } from "./numbers";
import { filterWords, list } from "./words";

type Group = Extract<Condition, { kind: "all" | "any" }>;

export const WHEN = "when ";

/** In the order in which people say them: `with Coffee at Mitte on Mondays when the total is …, except …`. */
const ORDER = ["occasion", "goods", "place", "time", "group", "when", "exception"] as const;
type Place = (typeof ORDER)[number];

/**
 * The conditions of a group in one phrase.
 * @param wordsOf what one condition reads as
 */
export function groupWords(
  { kind, conditions }: Group,
  money: MoneyFormat,
  wordsOf: (condition: Condition) => string,
): string {
  if (kind === "any") return list(partsOf(conditions, "or", money, wordsOf).map(inBrackets), "or");
  const parts = partsOf(conditions, "and", money, wordsOf);
  return ORDER.reduce((said, place) => {
    const words = parts.filter((part) => part.place === place).map(inBrackets);
    return words.length === 0 ? said : said + joined(said === "", place, words);
  }, "");
}

/** What is said of one place in the sentence, with what leads over to it. */
function joined(isFirst: boolean, place: Place, words: readonly string[]): string {
  const space = isFirst ? "" : " ";
  switch (place) {
    case "when":
      return `${space}${WHEN}${list(
        words.map((part) => part.slice(WHEN.length)),
        "and",
      )}`;
    case "exception":
      return `${isFirst ? "" : ", "}${list(words, "and")}`;
    case "group":
      return `${isFirst ? "" : " and "}${list(words, "and")}`;
    default:
      return `${space}${list(words, "and")}`;
  }
}

type Part = { place: Place; words: string };

function inBrackets({ place, words }: Part): string {
  return place === "group" ? `(${words})` : words;
}

/** The members of a group; goods that are asked for one by one are one part: `with Coffee and Cake in the basket`. */
function partsOf(
  conditions: readonly Condition[],
  last: "and" | "or",
  money: MoneyFormat,
  wordsOf: (condition: Condition) => string,
): Part[] {
  const simpleGoods = new Map<Condition, string>(
    conditions.flatMap((child) => {
      if (child.kind !== "lines" || child.quantifier !== "any") return [];
      const words = filterWords(child.filter, money);
      return / (and|or) /.test(words) ? [] : [[child, words] as const];
    }),
  );
  const [first] = simpleGoods.keys();
  return conditions.flatMap((child): Part[] => {
    if (!simpleGoods.has(child)) return [{ place: placeOf(child, wordsOf(child)), words: wordsOf(child) }];
    const words = `with ${list([...simpleGoods.values()], last)} in the basket`;
    return child === first ? [{ place: "goods", words }] : [];
  });
}

function placeOf(condition: Condition, words: string): Place {
  if (words.startsWith(WHEN)) return "when";
  switch (condition.kind) {
    case "all":
    case "any": {
      const [only, ...others] = condition.conditions;
      return only === undefined || others.length > 0 ? "group" : placeOf(only, words);
    }
    case "not":
      return words.startsWith("without ") ? "goods" : "exception";
    case "lines":
    case "basket":
    case "code":
      return "goods";
    case "event":
    case "compare":
    case "distance":
      return "place";
    case "history":
    case "member":
      return "occasion";
    case "time":
    case "dates":
    case "anniversary":
    case "anniversary_month":
      return "time";
  }
}
