import {
  type ComparingCondition,
  DAYS_SINCE_JOINING,
  type DistanceCondition,
  type Operand,
  operandOf,
  TIER,
  typeOf,
} from "../schema";
import type { OfferMessage, Speaker } from "./speaker";

const COMPARED = {
  is: "field.alike",
  is_not: "field.unlike",
  at_least: "field.noLess",
  at_most: "field.noMore",
} as const satisfies Record<ComparingCondition["op"], OfferMessage>;

const FIELDS = {
  amountMinor: "field.total",
  quantity: "field.pieces",
  store: "field.store",
  channel: "field.channel",
  device: "field.device",
} as const satisfies Record<string, OfferMessage>;

/** What two things must be to each other: `when the store is your home store`. */
export function tellComparing({ field, op, with: other }: ComparingCondition, speaker: Speaker): string {
  const right = operandOf(other);
  // What a merchant calls those whom it sorts together is not for them to read.
  if (typeOf(right) === "labels")
    return speaker.say(op === "is_not" ? "member.notInvited" : "member.invited");
  return speaker.say(COMPARED[op], {
    field: tellOperand(operandOf(field), speaker),
    other: tellOperand(right, speaker),
  });
}

function tellOperand(operand: Operand, speaker: Speaker): string {
  const name = speaker.word(operand.name);
  switch (operand.of) {
    case "event":
      return speaker.say(FIELDS[operand.name]);
    case "attributes":
      return speaker.say("field.named", { name });
    case "lines":
      return speaker.say("field.ofAllLines", { name });
    case "member":
      if (operand.name === TIER) return speaker.say("field.tier");
      return operand.name === DAYS_SINCE_JOINING
        ? speaker.say("field.membership")
        : speaker.say("field.own", { name });
  }
}

/** Where it must be: `within 300 m of the shop`. */
export function tellDistance({ place, withinMetres }: DistanceCondition, speaker: Speaker): string {
  return speaker.say("place.near", {
    metres: speaker.formats.metres(withinMetres),
    name: speaker.name(place.name),
  });
}
