import type { BenefitDetail, Heir, NewBenefit, StandingBenefit } from "./benefit-plan";

type Any = NewBenefit | StandingBenefit;

/**
 * Which benefits are withdrawn, and who inherits from them. A tier, tag or segment that has been given again since
 * stays when the first gift is withdrawn; but what was before the first is then what the next one goes back to.
 */
export class Heirs {
  /** Those of this batch, in order. */
  readonly #own: readonly NewBenefit[];
  readonly #standing: ReadonlyMap<string, StandingBenefit>;
  readonly #gone = new Set<string>();
  readonly #inherited = new Map<string, Heir>();

  constructor(own: readonly NewBenefit[], standing: readonly StandingBenefit[]) {
    this.#own = own;
    this.#standing = new Map(standing.map((benefit) => [benefit.benefitId, benefit]));
  }

  isGone({ benefitId }: Pick<Any, "benefitId">): boolean {
    return this.#gone.has(benefitId);
  }

  withdraw(benefit: Any): void {
    this.#gone.add(benefit.benefitId);
    if ("isWithdrawn" in benefit) benefit.isWithdrawn = true;
  }

  /** The next later benefit about the same that still stands; null where there is none. */
  of(benefit: Any): Heir | null {
    const { benefitId, memberId, kind, what } = benefit;
    if (kind !== "tier" && kind !== "tag" && kind !== "segment") return null;
    const stored = "overtakenBy" in benefit ? benefit.overtakenBy : [];
    const next = stored.find((later) => !this.#gone.has(later.benefitId));
    if (next !== undefined) return this.#inherited.get(next.benefitId) ?? next;
    const place = this.#own.findIndex((own) => own.benefitId === benefitId);
    return (
      this.#own
        .slice(place + 1)
        .find(
          (later) =>
            later.memberId === memberId &&
            later.kind === kind &&
            (kind === "tier" || later.what === what) &&
            !later.isWithdrawn,
        ) ?? null
    );
  }

  /** What was before the benefit is from now on what was before its heir. */
  passOn({ kind, detail: own }: Any, heir: Heir): void {
    if (own.unchanged) return;
    const { unchanged: _, ...rest } = heir.detail;
    const isSame =
      kind === "tier"
        ? (own.from ?? null) === heir.what
        : (own.removes === true) !== (heir.detail.removes === true);
    const detail: BenefitDetail = {
      ...rest,
      ...(kind === "tier" && { from: own.from ?? null }),
      ...(isSame && { unchanged: true }),
    };
    const ofThisBatch = this.#own.find(({ benefitId }) => benefitId === heir.benefitId);
    if (ofThisBatch) ofThisBatch.detail = detail;
    else {
      this.#inherited.set(heir.benefitId, { ...heir, detail });
      const loaded = this.#standing.get(heir.benefitId);
      if (loaded) loaded.detail = detail;
    }
  }

  close(): { withdrawn: string[]; inherited: Heir[] } {
    const own = new Set(this.#own.map(({ benefitId }) => benefitId));
    return {
      withdrawn: [...this.#gone].filter((benefitId) => !own.has(benefitId)),
      inherited: [...this.#inherited.values()],
    };
  }
}
