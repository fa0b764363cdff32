import { isOccasion, type OccasionName } from "@/lib/occasions/schema";
import { type CampaignDefinition, type Condition, isBenefit } from "../schema";
import { namesEvent } from "../wording/history-words";
import { conjuncts } from "../wording/sentence";
import { isForMembersToKnow } from "../wording/trigger-words";
import type { Clause } from "./clause";
import { type OfferMessage, type OfferWording, Speaker } from "./speaker";
import { tellBounds } from "./tell-bounds";
import { tellCondition } from "./tell-conditions";
import { gainsOf, tellGain } from "./tell-gains";

/**
 * A campaign as one plain sentence to a member whom it is for, in their language: "You get double points on Mondays, at
 * most 200 points a month." Each condition is a clause of its own, and each language says them in its own order. It
 * leaves out what is between the merchant and its partners, and who else it is for. Empty when nothing in it is for
 * members.
 */
export function tellOffer(definition: CampaignDefinition, wording: OfferWording): string {
  const effects = gainsOf(definition);
  if (effects.length === 0 || !isForMembersToKnow(definition.trigger)) return "";
  const speaker = new Speaker(definition, wording);
  const conditions = conjuncts(definition.condition).filter(({ kind }) => kind !== "member");
  const clauses = conditions.map((condition) => tellCondition(condition, speaker));
  const textsAt = (...places: Clause["place"][]) =>
    clauses.filter(({ place }) => places.includes(place)).map(({ text }) => text);
  const joinedAt = (place: Clause["place"]) => speaker.and(textsAt(place));
  const whens = textsAt("when");
  const tail = [
    ...textsAt("either", "group").map((options) => speaker.say("group.either", { options })),
    ...textsAt("exception"),
    ...tellBounds(definition, speaker),
  ];
  const occasions = [...occasionOf(definition, conditions, speaker), ...textsAt("occasion")];
  return speaker.say("sentence", {
    gains: speaker.and(effects.map((effect) => tellGain(effect, speaker))),
    occasion: occasions.join(" "),
    goods: speaker.and(tellBasket(clauses, speaker)),
    place: joinedAt("place"),
    time: joinedAt("time"),
    when: whens.length === 0 ? "" : speaker.say("when", { clauses: speaker.and(whens) }),
    tail: tail.map((part) => speaker.say("tail", { part })).join(""),
  });
}

/** What the basket must hold; single things in one clause: `with Coffee and Cake in the basket`. */
function tellBasket(clauses: readonly Clause[], speaker: Speaker): string[] {
  const single = clauses.flatMap(({ goods }) => goods ?? []);
  const others = clauses.filter(({ place, goods }) => place === "goods" && goods === undefined);
  const together = single.length === 0 ? [] : [speaker.say("basket.with", { goods: speaker.and(single) })];
  return [...together, ...others.map(({ text }) => text)];
}

/** How a campaign gives points, for whoever has got some: `3 points per €1.00 on Coffee`; empty where it gives none. */
export function tellRate(definition: CampaignDefinition, wording: OfferWording): string {
  const speaker = new Speaker(definition, wording);
  return speaker.and(
    definition.effects.filter((effect) => !isBenefit(effect)).map((effect) => tellGain(effect, speaker)),
  );
}

const OCCASIONS: Readonly<Record<OccasionName, OfferMessage | null>> = {
  "member.joined": "occasion.joined",
  "member.birthday": "occasion.birthday",
  "segment.entered": null,
  "segment.left": null,
  "tier.changed": "occasion.tier",
  "challenge.completed": "occasion.challenge",
  "referral.completed": "occasion.referral",
  "member.referred": "occasion.referred",
};

/** What the member has to do, where neither what they get nor a condition says it. */
function occasionOf(
  { trigger, effects }: CampaignDefinition,
  conditions: readonly Condition[],
  speaker: Speaker,
): string[] {
  const isNamed = conditions.some((child) => child.kind === "history" && namesEvent(child, speaker.event));
  if (isNamed) return [];
  if (trigger.event === "custom") {
    const occasion = isOccasion(trigger.name) ? OCCASIONS[trigger.name] : null;
    if (occasion !== null) return [speaker.say(occasion)];
    return [speaker.say("occasion.event", { name: speaker.quoted(speaker.word(trigger.name)) })];
  }
  const isWhole = effects.every((effect) => effect.kind === "fixed" || isBenefit(effect));
  return isWhole ? [speaker.say("occasion.purchase")] : [];
}
