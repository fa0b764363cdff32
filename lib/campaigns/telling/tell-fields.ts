import type { ComparisonTest } from "../schema";
import { type Condition, DAYS_SINCE_JOINING, type MemberTest, SEGMENTS, TAGS, TIER } from "../schema";
import type { Clause } from "./clause";
import type { OfferMessage, Speaker } from "./speaker";

const PLACES = {
  store: "place.store",
  channel: "place.channel",
  device: "place.device",
} as const satisfies Record<string, OfferMessage>;

const FIELDS = {
  amountMinor: "field.total",
  store: "field.store",
  channel: "field.channel",
  device: "field.device",
} as const satisfies Record<string, OfferMessage>;

const isKey = <Keys extends object>(keys: Keys, name: string): name is keyof Keys & string =>
  Object.hasOwn(keys, name);

/** What is asked of the event: where it was, how much it came to, what its attributes say. */
export function tellField({ field, test }: Extract<Condition, { kind: "event" }>, speaker: Speaker): Clause {
  if (isKey(PLACES, field) && (test.op === "is" || test.op === "in")) {
    const names = test.op === "in" ? test.value.map(String) : [String(test.value)];
    const told = speaker.or(names.map((name) => speaker.name(name)));
    return { place: "place", text: speaker.say(PLACES[field], { names: told }) };
  }
  const show = field === "amountMinor" ? (value: number) => speaker.money(value) : speaker.formats.number;
  const told = isKey(FIELDS, field)
    ? speaker.say(FIELDS[field])
    : speaker.say("field.named", { name: speaker.word(field) });
  return { place: "when", text: compare(told, test, show, speaker) };
}

/** What is asked of the member, among other conditions; what all must have is not repeated to those who have it. */
export function tellMember({ attribute, test }: MemberTest, speaker: Speaker): string {
  const { op } = test;
  if (attribute === DAYS_SINCE_JOINING && (op === "at_least" || op === "at_most")) {
    if (op === "at_most" && test.value === 0) return speaker.say("member.joinedToday");
    return speaker.say(op === "at_least" ? "member.joinedAtLeast" : "member.joinedAtMost", {
      days: test.value,
    });
  }
  // What a merchant calls those whom it sorts together is not for them to read.
  if (attribute === SEGMENTS || attribute === TAGS) {
    return speaker.say(op === "is_not" || op === "not_in" ? "member.notInvited" : "member.invited");
  }
  if (attribute === TIER) {
    const name = (code: string | number | boolean) => speaker.tier(String(code));
    return compare(speaker.say("field.tier"), named(test, name), speaker.formats.number, speaker);
  }
  const own = speaker.say("field.own", { name: speaker.word(attribute) });
  return compare(own, test, speaker.formats.number, speaker);
}

function named(test: ComparisonTest, name: (code: string | number | boolean) => string): ComparisonTest {
  if (test.op === "is" || test.op === "is_not") return { op: test.op, value: name(test.value) };
  if (test.op === "in" || test.op === "not_in") return { op: test.op, value: test.value.map(name) };
  return test;
}

/** What a value is compared with. @param field how it is called */
export function compare(
  field: string,
  test: ComparisonTest,
  show: (value: number) => string,
  speaker: Speaker,
): string {
  const one = (value: string | number | boolean) => {
    if (typeof value === "number") return show(value);
    return typeof value === "boolean" ? speaker.say(value ? "field.yes" : "field.no") : speaker.name(value);
  };
  switch (test.op) {
    case "is":
      return speaker.say("field.is", { field, values: one(test.value) });
    case "is_not":
      return speaker.say("field.isNot", { field, values: one(test.value) });
    case "in":
      return speaker.say("field.is", { field, values: speaker.or(test.value.map(one)) });
    case "not_in":
      return speaker.say("field.isNot", { field, values: speaker.or(test.value.map(one)) });
    case "contains":
      return speaker.say("field.contains", { field, values: speaker.quoted(test.value) });
    case "at_least":
      return speaker.say("field.atLeast", { field, value: show(test.value) });
    case "at_most":
      return speaker.say("field.atMost", { field, value: show(test.value) });
    case "exists":
      return speaker.say("field.exists", { field });
  }
}
