import { toMilli } from "@/lib/wallet";
import type { Occasion } from "./past";
import type { Person } from "./person";
import type { BookedAward } from "./scenario";

/** What an event gave, until goods of it come back or it is reversed. */
export type KeptEvent = {
  event: Occasion;
  person: Person;
  quantities: number[];
  returned: Map<number, number>;
  /** By scenario; one entry for all where it lies before the period. */
  awards: BookedAward[][];
};

export function purchaseKey(source: string, id: string): string {
  return `${source}\n${id}`;
}

/** Which events are asked for again. */
export type Wanted = {
  /** Whether any is. */
  comesBack: boolean;
  /** Whether goods of a purchase will come back, by `purchaseKey`: its awards are kept until then. */
  willReturn: (key: string) => boolean;
  /** Ids of the events that will be reversed by hand: theirs are kept too. */
  undone: ReadonlySet<string>;
};

/** The events of which something will be taken back. */
export class KeptEvents {
  readonly #wanted: Wanted;
  /** By `purchaseKey`. */
  readonly #purchases = new Map<string, KeptEvent>();
  /** By id, of those that will be reversed. */
  readonly #undoable = new Map<string, KeptEvent>();

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
  }

  /** Keeps an event if it will be asked for. @param awardsOf what it gave in each scenario */
  offer(event: Occasion, person: Person, awardsOf: () => BookedAward[][]): void {
    if (!this.#wanted.comesBack) return;
    const { payload, eventId } = event;
    const key = payload.type === "purchase" ? purchaseKey(payload.source, payload.id) : null;
    const willReturn = key !== null && this.#wanted.willReturn(key);
    const willUndo = this.#wanted.undone.has(eventId);
    if (!willReturn && !willUndo) return;
    const lines = payload.type === "purchase" ? payload.lines : [];
    const quantities = lines.length === 0 ? [1_000] : lines.map(({ quantity }) => toMilli(quantity));
    const kept = { event, person, quantities, returned: new Map(), awards: awardsOf() };
    if (willReturn) this.#purchases.set(key, kept);
    if (willUndo) this.#undoable.set(eventId, kept);
  }

  /** A purchase, by the sender's ids. */
  purchase(source: string, id: string): KeptEvent | undefined {
    return this.#purchases.get(purchaseKey(source, id));
  }

  /** An event of a person that is to be reversed. */
  undoable(eventId: string | undefined, person: Person): KeptEvent | undefined {
    const kept = eventId === undefined ? undefined : this.#undoable.get(eventId);
    return kept?.person === person ? kept : undefined;
  }
}
