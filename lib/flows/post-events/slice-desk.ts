import { BenefitBook } from "@/lib/benefits";
import { present } from "@/lib/core/assert";
import { type Day, localDay } from "@/lib/core/calendar";
import { HistoryBook } from "@/lib/history";
import type { PointTypeDto } from "@/lib/programs";
import { Book, type LotTerms, type Movement, termsOf } from "@/lib/wallet";
import type { KnownPurchase } from "./known-purchase";
import { SliceRecords } from "./slice-records";
import type { SliceState } from "./slice-state";

/** Where the events of a slice are posted, one after the other: each sees what those before it left behind. */
export class SliceDesk {
  readonly state: SliceState;
  /** The program's day. */
  readonly today: Day;
  readonly pointTypes: ReadonlyMap<number, PointTypeDto>;
  readonly book: Book;
  readonly history: HistoryBook;
  /** By `purchaseKey`. */
  readonly #purchases: Map<string, KnownPurchase>;
  readonly #ownPurchases = new Map<string, () => KnownPurchase>();
  readonly #terms = new Map<string, LotTerms>();
  readonly records: SliceRecords;
  readonly benefits: BenefitBook;

  constructor(state: SliceState) {
    const { pointTypes, timeZone } = state.program;
    this.state = state;
    this.today = localDay(state.now, timeZone);
    this.pointTypes = new Map(pointTypes.map((pointType) => [pointType.pointTypeNo, pointType]));
    this.book = new Book({ ...state, pointTypes });
    this.history = new HistoryBook(state.history);
    this.#purchases = new Map(
      [...state.purchases].map(([key, known]) => [key, { ...known, returned: new Map(known.returned) }]),
    );
    this.records = new SliceRecords(state);
    this.benefits = new BenefitBook({ ...state.benefits, members: state.members, today: this.today });
  }

  /** A purchase that was posted before, be it in the slice, with what has come back of it so far. */
  purchaseOf(key: string): KnownPurchase | undefined {
    const known = this.#purchases.get(key) ?? this.#ownPurchases.get(key)?.();
    if (known) this.#purchases.set(key, known);
    return known;
  }

  /** @param purchase tells it to those who come back to it in the same slice: few do */
  addPurchase(key: string, purchase: () => KnownPurchase): void {
    // What was loaded of it was from before it was posted.
    this.#purchases.delete(key);
    this.#ownPurchases.set(key, purchase);
  }

  /** The terms of what a campaign gives for something that happened then. */
  earnedTerms(campaignId: string, occurredAt: Date): LotTerms {
    const { ruleSet, program } = this.state;
    const key = `${campaignId} ${localDay(occurredAt, program.timeZone)}`;
    let terms = this.#terms.get(key);
    if (terms === undefined) {
      const own = present(ruleSet.terms.get(campaignId), "a campaign has terms");
      const pointType = this.pointType(own.pointTypeNo);
      const policy = { expiry: own.expiry ?? pointType.expiry, pending: own.pending ?? pointType.pending };
      terms = termsOf(policy, occurredAt, program.timeZone, this.today);
      this.#terms.set(key, terms);
    }
    return terms;
  }

  pointType(pointTypeNo: number): PointTypeDto {
    return present(this.pointTypes.get(pointTypeNo), "the program issues the point type");
  }
}

export function sumOf(movements: readonly Movement[], kind: Movement["kind"]): number {
  return movements.reduce((sum, movement) => sum + (movement.kind === kind ? movement.amount : 0), 0);
}
