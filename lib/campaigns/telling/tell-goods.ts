import type { LabelTest, LineFilter, LineTest, PiecePick } from "../schema";
import type { Speaker } from "./speaker";
import { compare } from "./tell-fields";

type Part = { filter?: LineFilter | undefined; pick?: PiecePick | undefined };
/** What a message says of goods; `isAny`: none in particular. */
export type Goods = { goods: string; isAny: boolean };

/** Which part of a basket is meant: `Coffee`, `the cheapest piece of every 3 pieces of Coffee`. */
export function tellPart({ filter, pick }: Part, speaker: Speaker): Goods {
  const found = tellGoods(filter, speaker);
  if (pick === undefined) return found;
  const { which, pieces, of, overall } = pick;
  const values = { ...found, which, pieces, count: of ?? 0 };
  const key = of === undefined ? "pick.all" : overall ? "pick.overall" : "pick.ofEvery";
  return { goods: speaker.say(key, values), isAny: false };
}

/** Which lines a filter means. */
export function tellGoods(filter: LineFilter | undefined, speaker: Speaker): Goods {
  if (filter === undefined) return { goods: "", isAny: true };
  const category = filter.find((test) => isNaming(test, "category"));
  const brand = filter.find((test) => isNaming(test, "brand"));
  const goods = headOf(category, brand, speaker);
  const details = filter.filter((test) => test !== category && test !== brand);
  if (details.length === 0) return { goods, isAny: false };
  const told = details.map((test) => detailOf(test, speaker)).join(", ");
  return { goods: speaker.say("goods.narrowed", { goods, details: told }), isAny: false };
}

function isNaming(test: LineTest, field: string): boolean {
  return "values" in test && test.field === field && test.op === "in";
}

function headOf(category: LineTest | undefined, brand: LineTest | undefined, speaker: Speaker): string {
  const named = (test: LineTest) =>
    "values" in test ? speaker.or(test.values.map((value) => speaker.name(value))) : "";
  if (category && brand) {
    return speaker.say("goods.categoryOfBrand", { categories: named(category), brands: named(brand) });
  }
  if (category) return named(category);
  return brand ? speaker.say("goods.brand", { brands: named(brand) }) : speaker.say("goods.any");
}

function detailOf(test: LineTest, speaker: Speaker): string {
  if ("value" in test) {
    const { field, op, value } = test;
    if (field === "quantity")
      return speaker.say("goods.quantity", { op, pieces: tellPieces(value, speaker) });
    const key = field === "unitMinor" ? "goods.price" : "goods.amount";
    return speaker.say(key, { op, money: speaker.money(value) });
  }
  if (test.field === "attribute") return tellLabel(test, speaker);
  const { field, op, values } = test;
  const isQuoted = op === "contains" || field === "name";
  const told = speaker.or(values.map((value) => (isQuoted ? speaker.quoted(value) : speaker.name(value))));
  const key = op === "contains" ? "goods.contains" : op === "not_in" ? "goods.isNot" : "goods.is";
  return speaker.say(key, { field, values: told });
}

/** `organic`, `supplier: Nordic Oats or Alpine` */
function tellLabel({ name, test }: LabelTest, speaker: Speaker): string {
  const label = speaker.word(name);
  if (test.op === "is" && test.value === true) return label;
  const isNamed = (test.op === "is" && typeof test.value === "string") || test.op === "in";
  if (!isNamed) return compare(label, test, speaker.formats.number, speaker);
  const values = (test.op === "in" ? test.value : [test.value]).map((value) => speaker.name(String(value)));
  return speaker.say("goods.label", { name: label, values: speaker.or(values) });
}

export function tellPieces(count: number, speaker: Speaker): string {
  return speaker.say("pieces", { count });
}
