import type { Condition } from "../schema";
import type { Clause } from "./clause";
import type { OfferMessage, Speaker } from "./speaker";
import { tellComparing, tellDistance } from "./tell-comparing";
import { tellField, tellMember } from "./tell-fields";
import { tellGoods, tellPieces } from "./tell-goods";
import { tellHistory } from "./tell-history";
import { tellAnniversary, tellDates, tellTime } from "./tell-time";

type Kind<Name extends Condition["kind"]> = Extract<Condition, { kind: Name }>;

/** A condition as members are told of it. */
export function tellCondition(condition: Condition, speaker: Speaker): Clause {
  switch (condition.kind) {
    case "all":
    case "any":
      return tellGroup(condition, speaker);
    case "not":
      return tellException(condition.condition, speaker);
    case "event":
      return tellField(condition, speaker);
    case "time":
      return { place: "time", text: tellTime(condition, speaker) };
    case "dates":
      return { place: "time", text: tellDates(condition, speaker) };
    case "lines":
      return tellLines(condition, speaker);
    case "basket":
      return { place: "goods", text: tellBasket(condition, speaker) };
    case "member":
      return { place: "when", text: tellMember(condition, speaker) };
    case "anniversary":
      return { place: "time", text: tellAnniversary(condition, speaker) };
    case "anniversary_month":
      return { place: "time", text: speaker.say("anniversary.month", { of: condition.of }) };
    case "code":
      // Whoever was meant to have the code has it.
      return { place: "occasion", text: speaker.say("occasion.code") };
    case "compare":
      return { place: "when", text: tellComparing(condition, speaker) };
    case "distance":
      return { place: "place", text: tellDistance(condition, speaker) };
    case "history":
      return tellHistory(condition, speaker);
  }
}

const LINES = {
  any: "basket.with",
  none: "basket.without",
  all: "basket.only",
} as const satisfies Record<string, OfferMessage>;

function tellLines({ quantifier, filter }: Kind<"lines">, speaker: Speaker): Clause {
  const { goods } = tellGoods(filter, speaker);
  const [only, ...others] = filter;
  const isSingle = only !== undefined && others.length === 0 && "values" in only && only.values.length === 1;
  return {
    place: "goods",
    text: speaker.say(LINES[quantifier], { goods }),
    ...(quantifier === "any" && isSingle && { goods }),
  };
}

function tellBasket({ measure, op, value, filter }: Kind<"basket">, speaker: Speaker): string {
  const { goods, isAny } = tellGoods(filter, speaker);
  if (measure === "amountMinor") {
    const values = { op, money: speaker.money(value) };
    return isAny
      ? speaker.say("basket.amount", values)
      : speaker.say("basket.amountOf", { ...values, goods });
  }
  const count = measure === "lines" ? speaker.say("lines", { count: value }) : tellPieces(value, speaker);
  return isAny
    ? speaker.say("basket.count", { op, count })
    : speaker.say("basket.countOf", { op, count, goods });
}

function tellGroup({ kind, conditions }: Kind<"all" | "any">, speaker: Speaker): Clause {
  const clauses = conditions.map((child) => tellCondition(child, speaker));
  const [first, ...others] = clauses;
  if (first !== undefined && others.length === 0) return first;
  const texts = clauses.map((clause) =>
    kind === "any" ? inOptions(clause, speaker) : inParts(clause, speaker),
  );
  if (kind === "all") return { place: "group", text: speaker.and(texts) };
  const isAlike = clauses.every(({ place }) => place === first?.place);
  const text = speaker.or(texts);
  return {
    place: isAlike && first !== undefined && STANDING.has(first.place) ? first.place : "either",
    text,
  };
}

/** What stands in the sentence itself, where several ways can stand as well as one. */
const STANDING: ReadonlySet<Clause["place"]> = new Set(["occasion", "goods", "place", "time", "when"]);

function inOptions({ place, text, nested = text }: Clause, speaker: Speaker): string {
  return place === "group" ? speaker.say("group.inBrackets", { parts: nested }) : nested;
}

function inParts({ place, text, nested = text }: Clause, speaker: Speaker): string {
  return place === "either" ? speaker.say("group.inBrackets", { parts: nested }) : nested;
}

/** The opposite of a condition. What the basket has turns into what it has not. */
function tellException(condition: Condition, speaker: Speaker): Clause {
  if (condition.kind === "not") return tellCondition(condition.condition, speaker);
  if (condition.kind === "code") return { place: "occasion", text: speaker.say("occasion.noCode") };
  if (condition.kind === "lines" && condition.quantifier !== "all") {
    return tellCondition(
      { ...condition, quantifier: condition.quantifier === "any" ? "none" : "any" },
      speaker,
    );
  }
  const inner = tellCondition(condition, speaker);
  const isGroup = inner.place === "group" || inner.place === "either";
  const clause = isGroup
    ? speaker.say("group.inBrackets", { parts: inner.text })
    : (inner.nested ?? inner.text);
  return {
    place: "exception",
    text: speaker.say(inner.place === "when" ? "group.notWhen" : "group.not", { clause }),
    nested: speaker.say("group.notNested", { clause }),
  };
}
