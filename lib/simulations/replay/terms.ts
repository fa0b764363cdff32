import type { CompiledRuleSet } from "@/lib/campaigns/engine";
import { present } from "@/lib/core/assert";
import type { Expiry, PointTypeDto, ReturnPolicy } from "@/lib/programs";
import { lastDay, termsOf } from "@/lib/wallet";
import type { DayClock } from "./day-clock";
import { type DayNo, dayNoOf, dayOfNo } from "./days";
import type { CreditTerms, Lasting } from "./purse";

type OwnTerms = CompiledRuleSet["terms"] extends ReadonlyMap<string, infer Terms> ? Terms : never;

/** Terms of one campaign's points by two days, and those that were asked for last. */
type CreditsByDay = { key: number; latest: CreditTerms | null; byKey: Map<number, CreditTerms> };

/** More than there are days: two of them make one key. */
const DAYS = 2 ** 22;

/** What becomes of points, worked out once for a campaign and a day: posting's own functions, remembered. */
export class TermsBook {
  readonly #pointTypes: ReadonlyMap<number, PointTypeDto>;
  readonly #clock: DayClock;
  readonly #credits = new Map<OwnTerms, CreditsByDay>();
  readonly #lasting = new Map<Expiry, Map<DayNo, Lasting>>();
  /** How long sliding points stay usable after an activity, by point type. */
  readonly #slides = new Map<number, Expiry>();

  constructor(pointTypes: readonly PointTypeDto[], clock: DayClock) {
    this.#pointTypes = new Map(pointTypes.map((pointType) => [pointType.pointTypeNo, pointType]));
    this.#clock = clock;
    for (const { pointTypeNo, expiry } of pointTypes) {
      if (expiry.kind === "sliding") this.#slides.set(pointTypeNo, { ...expiry, kind: "rolling" });
    }
  }

  /**
   * Of points that a campaign gives.
   * @param day the day of what they are given for
   * @param today the day on which they are posted
   */
  creditTerms(own: OwnTerms, occurredAt: Date, day: DayNo, today: DayNo): CreditTerms {
    let credits = this.#credits.get(own);
    if (credits === undefined) {
      credits = { key: -1, latest: null, byKey: new Map() };
      this.#credits.set(own, credits);
    }
    const key = day * DAYS + today;
    // The past goes on day by day: the terms asked for are mostly those of before.
    if (credits.key === key && credits.latest !== null) return credits.latest;
    credits.key = key;
    credits.latest = credits.byKey.get(key) ?? this.#creditOn(own, occurredAt, today);
    credits.byKey.set(key, credits.latest);
    return credits.latest;
  }

  #creditOn(own: OwnTerms, occurredAt: Date, today: DayNo): CreditTerms {
    const pointType = this.#typeOf(own.pointTypeNo);
    const policy = { expiry: own.expiry ?? pointType.expiry, pending: own.pending ?? pointType.pending };
    const terms = termsOf(policy, occurredAt, this.#clock.timeZone, dayOfNo(today));
    return terms.state === "active"
      ? { state: "active", until: dayNoOf(terms.expiresOn), sliding: terms.sliding }
      : {
          state: "pending",
          activatesOn: terms.activatesOn === null ? null : dayNoOf(terms.activatesOn),
          activatesBy: terms.activatesBy,
          expiry: terms.expiry,
        };
  }

  readonly lastingSince = (expiry: Expiry, day: DayNo): Lasting => {
    const byDay = mapIn(this.#lasting, expiry);
    const known = byDay.get(day);
    if (known) return known;
    const { expiresOn, sliding } = lastDay(expiry, dayOfNo(day));
    const lasting = { until: dayNoOf(expiresOn), sliding };
    byDay.set(day, lasting);
    return lasting;
  };

  /** The last day of sliding points after an activity; null where the type's points do not slide. */
  slideOf(pointTypeNo: number, day: DayNo): DayNo | null {
    const expiry = this.#slides.get(pointTypeNo);
    return expiry === undefined ? null : this.lastingSince(expiry, day).until;
  }

  returnPolicyOf(own: { pointTypeNo: number; returns?: ReturnPolicy | undefined }): ReturnPolicy {
    return own.returns ?? this.#typeOf(own.pointTypeNo).returnPolicy;
  }

  #typeOf(pointTypeNo: number): PointTypeDto {
    return present(this.#pointTypes.get(pointTypeNo), "the program issues the point type");
  }
}

function mapIn<Key, Value>(maps: Map<Key, Map<number, Value>>, key: Key): Map<number, Value> {
  const known = maps.get(key);
  if (known) return known;
  const made = new Map<number, Value>();
  maps.set(key, made);
  return made;
}
