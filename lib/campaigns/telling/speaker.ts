import { isStartOfDay } from "@/lib/core/calendar";
import { type Formats, formatsOf } from "@/lib/i18n/formats";
import type { offer } from "@/lib/i18n/messages/offer";
import { countedName, isolated } from "@/lib/i18n/names";
import { pointNameIn, pointsIn, quotedIn } from "@/lib/i18n/points";
import { type Compose, composer, type MessageKey } from "@/lib/i18n/translate";
import type { CampaignDefinition } from "../schema";
import type { Named } from "../wording/member-words";
import { nameWords } from "../wording/words";

export type OfferMessage = MessageKey<(typeof offer)["en"]>;

/** What the words for one member depend on, besides the campaign. */
export type OfferWording = {
  /** BCP 47 */
  locale: string;
  /** ISO 4217 */
  currency: string;
  /** The schedule's days are named in it. */
  timeZone: string;
  /** What the program calls its points. */
  pointName: string;
  /** What points of other types than the spendable one are called. */
  pointTypes?: readonly Named[];
  tiers?: readonly Named[];
};

/** Speaks of one campaign to a member, in their language. */
export class Speaker {
  readonly formats: Formats;
  readonly say: Compose<OfferMessage>;
  /** The event that the campaign is about: `purchase` or `custom:<name>`. */
  readonly event: string;
  readonly #wording: OfferWording;
  readonly #pointName: string;

  constructor({ trigger, terms }: Pick<CampaignDefinition, "trigger" | "terms">, wording: OfferWording) {
    this.#wording = wording;
    this.formats = formatsOf(wording.locale);
    this.event = trigger.event === "custom" ? `custom:${trigger.name}` : trigger.event;
    const code = terms?.pointType;
    this.#pointName =
      code === undefined
        ? wording.pointName
        : (wording.pointTypes?.find((type) => type.code === code)?.name ?? nameWords(code));
    this.say = composer(wording.locale, "offer");
  }

  and(items: readonly string[]): string {
    return this.formats.list(items, "and");
  }

  or(items: readonly string[]): string {
    return this.formats.list(items, "or");
  }

  money(amountMinor: number): string {
    return this.formats.money(amountMinor, this.#wording.currency);
  }

  points(count: number): string {
    return pointsIn(this.#wording.locale, count, this.#pointName);
  }

  /** The points' name as it follows "double". */
  multipliedName(): string {
    return pointNameIn(this.#wording.locale, this.#pointName, "multiplied");
  }

  quoted(text: string): string {
    return quotedIn(this.#wording.locale, text);
  }

  /** A name that the merchant has given, in whatever script. */
  name(name: string): string {
    return isolated(this.#wording.locale, name);
  }

  /** A name from the merchant's systems, `store_checkin`, as a word. */
  word(name: string, count = 2): string {
    const words = nameWords(name.replace(/^((attributes|lines|member)\.|custom:)/, ""));
    return this.name(countedName(this.#wording.locale, words, count));
  }

  tier(code: string): string {
    return this.name(this.#wording.tiers?.find((tier) => tier.code === code)?.name ?? nameWords(code));
  }

  /** When something begins: the program's day where that is its first instant, else the moment. */
  beginning(instant: number): string {
    return this.#moment(instant, instant);
  }

  /** Until when something lasts that ends at an instant: the day that is over then, else the moment. */
  end(instant: number): string {
    return this.#moment(instant, instant - 1);
  }

  #moment(instant: number, ofDay: number): string {
    const { timeZone } = this.#wording;
    const isWhole = Number.isNaN(instant) || isStartOfDay(new Date(instant), timeZone);
    return isWhole ? this.formats.dayOf(ofDay, timeZone) : this.formats.momentOf(instant, timeZone);
  }
}
