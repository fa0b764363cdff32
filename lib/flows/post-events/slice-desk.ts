import { BenefitBook } from "@/lib/benefits";
import { present } from "@/lib/core/assert";
import { type Day, localDay } from "@/lib/core/calendar";
import { HistoryBook } from "@/lib/history";
import type { PointTypeDto } from "@/lib/programs";
import { Book, type Movement } from "@/lib/wallet";
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
  /** By `purchaseKey`; those of the slice join as they are posted. */
  readonly purchases: Map<string, KnownPurchase>;
  readonly records: SliceRecords;
  readonly benefits: BenefitBook;

  constructor(state: SliceState) {
    const { pointTypes, timeZone } = state.program;
    this.state = state;
    this.today = localDay(state.now, timeZone);
    this.pointTypes = new Map(pointTypes.map((pointType) => [pointType.pointTypeNo, pointType]));
    this.book = new Book({ ...state, pointTypes });
    this.history = new HistoryBook(state.history);
    this.purchases = new Map(
      [...state.purchases].map(([key, known]) => [key, { ...known, returned: new Map(known.returned) }]),
    );
    this.records = new SliceRecords(state);
    this.benefits = new BenefitBook({ ...state.benefits, members: state.members, today: this.today });
  }

  pointType(pointTypeNo: number): PointTypeDto {
    return present(this.pointTypes.get(pointTypeNo), "the program issues the point type");
  }
}

export function sumOf(movements: readonly Movement[], kind: Movement["kind"]): number {
  return movements.reduce((sum, movement) => sum + (movement.kind === kind ? movement.amount : 0), 0);
}
