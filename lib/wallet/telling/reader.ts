import type { Tellings } from "@/lib/campaigns";
import { type Formats, formatsOf } from "@/lib/i18n/formats";
import type { activity } from "@/lib/i18n/messages/activity";
import { isolated } from "@/lib/i18n/names";
import { pointNameIn, pointsIn, quotedIn } from "@/lib/i18n/points";
import { type Compose, composer, type MessageKey } from "@/lib/i18n/translate";
import type { DecisionOutcome } from "../outcome";

export type ActivityMessage = MessageKey<(typeof activity)["en"]>;

/** How a program's points are told of to one member. */
export type MemberWording = {
  /** BCP 47 */
  locale: string;
  /** What the program calls its points. */
  pointName: string;
  /** What it calls points of its other types. */
  pointTypes: readonly { pointTypeNo: number; name: string }[];
  /** The other member of a transfer, as the reader may know them. */
  counterpart?: string | undefined;
  /** What the reward that it is about is called in the reader's language, where it has a name in it. */
  reward?: string | undefined;
} & Tellings;

/** A member who reads of what moved their points, in their language. */
export class Reader {
  readonly say: Compose<ActivityMessage>;
  readonly formats: Formats;
  readonly wording: MemberWording;

  constructor(wording: MemberWording) {
    this.wording = wording;
    this.say = composer(wording.locale, "activity");
    this.formats = formatsOf(wording.locale);
  }

  /** So many points; of the spendable ones unless they have another name. */
  points(count: number, name: string | undefined = undefined): string {
    return pointsIn(this.wording.locale, count, name ?? this.wording.pointName);
  }

  pointName(): string {
    return pointNameIn(this.wording.locale, this.wording.pointName);
  }

  quoted(text: string): string {
    return quotedIn(this.wording.locale, text);
  }

  /** A name that somebody has given, in whatever script. */
  name(name: string): string {
    return isolated(this.wording.locale, name);
  }

  /** What points were spent on or set aside for, in the reader's language where it is a reward with a name in it. */
  purpose(reason: string): string {
    return this.name(this.wording.reward ?? reason);
  }

  /** The other member, or somebody. */
  counterpart(): string {
    const { counterpart } = this.wording;
    return counterpart === undefined ? this.say("somebody") : this.name(counterpart);
  }

  /** What the reader knows a campaign of the outcome by. */
  campaignTitle({ campaigns }: Pick<DecisionOutcome, "campaigns">, campaignId: string): string {
    const found = campaigns.find((campaign) => campaign.campaignId === campaignId);
    if (found === undefined) return this.say("title.campaign");
    return this.wording.campaign(found)?.title ?? found.name;
  }

  /** `store_visit` → `Store visit`: names from the merchant's systems are in no language. */
  eventName(name: string): string {
    return this.upperFirst(name.replace(/[_.-]+/g, " ").trim());
  }

  upperFirst(text: string): string {
    return text.charAt(0).toLocaleUpperCase(this.wording.locale) + text.slice(1);
  }
}
