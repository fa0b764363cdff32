import { localDay, type ZonedParts, zonedParts } from "@/lib/core/calendar";

/** One line of a purchase, as far as rules look at it. */
export type FactLine = {
  sku?: string | undefined;
  name?: string | undefined;
  category?: string | undefined;
  brand?: string | undefined;
  /** Pieces, with up to three decimals. */
  quantity: number;
  /** Total of the line in minor units. */
  amountMinor: number;
};

/** What a rule may look at of an event. Only a purchase has an amount and lines. */
export type FactPayload = {
  amountMinor?: number | undefined;
  lines?: readonly FactLine[] | undefined;
  store?: string | undefined;
  channel?: string | undefined;
  attributes?: Record<string, string | number | boolean> | undefined;
};

export type EngineEvent = {
  /** `purchase` or `custom:<name>` */
  type: string;
  occurredAt: Date;
  payload: FactPayload;
};

export type EngineMember = {
  attributes: Readonly<Record<string, unknown>>;
  joinedAt: Date;
};

const DAY_MS = 86_400_000;

/** Text as it is compared: tills and people write "COFFEE" and "Coffee". */
export function fold<T>(value: T): T | string {
  return typeof value === "string" ? value.toLowerCase() : value;
}

function foldLine({ sku, name, category, brand, quantity, amountMinor }: FactLine): FactLine {
  return {
    sku: sku?.toLowerCase(),
    name: name?.toLowerCase(),
    category: category?.toLowerCase(),
    brand: brand?.toLowerCase(),
    quantity,
    amountMinor,
  };
}

/** One event before the rules: what several of them ask for is worked out once. */
export class Facts {
  /** When it happened, in milliseconds since 1970. */
  readonly instant: number;
  readonly amountMinor: number;
  readonly lines: readonly FactLine[];
  readonly store: string | undefined;
  readonly channel: string | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly occurredAt: Date;
  readonly member: EngineMember;
  readonly #timeZone: string;
  #parts: ZonedParts | undefined;
  #folded: readonly FactLine[] | undefined;

  constructor({ occurredAt, payload }: EngineEvent, member: EngineMember, timeZone: string) {
    this.instant = occurredAt.getTime();
    this.amountMinor = payload.amountMinor ?? 0;
    this.lines = payload.lines ?? [];
    this.store = payload.store;
    this.channel = payload.channel;
    this.attributes = payload.attributes ?? {};
    this.occurredAt = occurredAt;
    this.member = member;
    this.#timeZone = timeZone;
  }

  /** The lines with their texts folded for comparing, in the same order. */
  get foldedLines(): readonly FactLine[] {
    this.#folded ??= this.lines.map(foldLine);
    return this.#folded;
  }

  /** The wall clock in the program's time zone. */
  get local(): ZonedParts {
    this.#parts ??= zonedParts(this.occurredAt, this.#timeZone);
    return this.#parts;
  }

  /** Whole calendar days between joining and the event; 0 on the day of joining and before. */
  get daysSinceJoining(): number {
    const joined = Date.parse(localDay(this.member.joinedAt, this.#timeZone));
    const happened = Date.parse(localDay(this.occurredAt, this.#timeZone));
    return Math.max(0, Math.round((happened - joined) / DAY_MS));
  }
}
