import { z } from "zod";
import { typeId } from "@/lib/core/schema";
import type { MemberRef } from "@/lib/members/schema";
import { OWN_SOURCE } from "@/lib/occasions/schema";

export { SUGGESTION_FIELDS, type SuggestionField, suggestionQuery } from "./suggestion-schema";
export { OWN_SOURCE };

/** Most events that one request may carry. */
export const MAX_BATCH = 1_000;
export const MAX_LINES = 500;
/** Largest amount of a line or a basket, in minor units: a thousand million euros. */
export const MAX_AMOUNT_MINOR = 100_000_000_000;
export const MAX_QUANTITY = 1_000_000_000;
const MAX_ATTRIBUTES = 50;
/** Most labels of one line: a purchase has up to 500 lines. */
const MAX_LINE_ATTRIBUTES = 20;
/** Most codes that one purchase may come with. */
export const MAX_CODES = 20;

const text = (max: number) => z.string().min(1, "Must not be empty.").max(max);
const amountMinor = z
  .number()
  .int("An amount is a whole number of minor units: 12.50 € is 1250.")
  .min(0, "An amount is never negative; send what was brought back as a return.")
  .max(MAX_AMOUNT_MINOR);
const quantity = z
  .number()
  .min(0)
  .max(MAX_QUANTITY)
  .refine(hasThreeDecimals, "A quantity has at most three decimals.");

export function hasThreeDecimals(value: number): boolean {
  return Math.abs(Math.round(value * 1_000) - value * 1_000) < 1e-6 * Math.max(1, value);
}

const memberRef = z
  .strictObject({
    id: typeId("mem").optional(),
    externalId: text(128).optional(),
    cardNumber: text(32).optional(),
  })
  .transform((ref, context): MemberRef => {
    const given = Object.values(ref).filter((value) => value !== undefined).length;
    if (given === 1) {
      if (ref.id !== undefined) return { id: ref.id };
      if (ref.externalId !== undefined) return { externalId: ref.externalId };
      if (ref.cardNumber !== undefined) return { cardNumber: ref.cardNumber };
    }
    context.issues.push({
      code: "custom",
      message: "Name the member by exactly one of id, externalId and cardNumber.",
      input: ref,
    });
    return z.NEVER;
  });

const anyAttributes = z.record(
  z
    .string()
    .regex(
      /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/,
      "Attribute names start with a letter; letters, digits, _, . and - follow.",
    ),
  z.union([z.string().max(512), z.number(), z.boolean()], "An attribute is a text, a number or a boolean."),
);
const attributes = anyAttributes.refine(
  (record) => Object.keys(record).length <= MAX_ATTRIBUTES,
  `An event has at most ${MAX_ATTRIBUTES} attributes.`,
);
const lineAttributes = anyAttributes.refine(
  (record) => Object.keys(record).length <= MAX_LINE_ATTRIBUTES,
  `A line has at most ${MAX_LINE_ATTRIBUTES} attributes.`,
);

const common = {
  /** The sender's own id of the event: sending it again changes nothing. */
  id: text(128),
  source: text(64).default("api"),
  member: memberRef,
  occurredAt: z.iso.datetime({
    offset: true,
    error: "An instant with its offset, such as 2026-11-22T10:15:00+01:00.",
  }),
};

const purchaseLine = z.strictObject({
  sku: text(128).optional(),
  name: text(256).optional(),
  category: text(128).optional(),
  brand: text(128).optional(),
  quantity: quantity.default(1),
  /** The total of the line, not the price of one piece. */
  amountMinor,
  /** Labels of the product or of the sale: `{ "organic": true, "supplier": "Nordic Oats", "margin": 12 }`. */
  attributes: lineAttributes.optional(),
});

export const purchaseInput = z.strictObject({
  type: z.literal("purchase"),
  ...common,
  /** ISO 4217 */
  currency: z.string().regex(/^[A-Z]{3}$/, "A currency is three capital letters (ISO 4217)."),
  amountMinor: amountMinor.optional(),
  lines: z.array(purchaseLine).max(MAX_LINES).optional(),
  store: text(128).optional(),
  channel: text(64).optional(),
  /** What was used to buy: `ios`, `till-4`. */
  device: text(64).optional(),
  /** Codes that the member entered or showed, as they were written. */
  codes: z.array(text(64)).max(MAX_CODES).optional(),
  attributes: attributes.optional(),
});

export const returnInput = z.strictObject({
  type: z.literal("return"),
  ...common,
  /** The id of the purchase that goods come back from. */
  purchaseId: text(128),
  /** Where the purchase came from, when that is not where the return comes from. */
  purchaseSource: text(64).optional(),
  /** What comes back; absent: everything that has not come back yet. */
  lines: z
    .array(
      z.strictObject({
        line: z
          .number()
          .int()
          .min(0)
          .max(MAX_LINES - 1),
        quantity: quantity.refine((value) => value > 0, "A returned quantity is above zero."),
      }),
    )
    .min(1, "Name at least one line, or leave lines out to return everything.")
    .max(MAX_LINES)
    .optional(),
});

export const customInput = z.strictObject({
  type: z.literal("custom"),
  name: z
    .string()
    .regex(
      /^[a-z][a-z0-9_.-]{0,63}$/,
      "A name starts with a small letter; small letters, digits, _, . and - follow.",
    ),
  ...common,
  attributes: attributes.optional(),
});

/** What callers send: one thing that happened to one member. */
export const eventInput = z.discriminatedUnion("type", [purchaseInput, returnInput, customInput], {
  error: (issue) =>
    issue.code === "invalid_union" ? "The type is one of purchase, return and custom." : undefined,
});

export type EventAttributes = Record<string, string | number | boolean>;
export type PurchaseLine = {
  sku?: string;
  name?: string;
  category?: string;
  brand?: string;
  quantity: number;
  amountMinor: number;
  attributes?: EventAttributes;
};
export type StoredPurchase = {
  type: "purchase";
  id: string;
  source: string;
  /** ISO 8601 in UTC, to the millisecond */
  occurredAt: string;
  currency: string;
  /** The whole basket; what lines add up to where the sender gave no total. */
  amountMinor: number;
  /** Empty when the sender named only a total. */
  lines: PurchaseLine[];
  store?: string;
  channel?: string;
  device?: string;
  codes?: string[];
  attributes?: EventAttributes;
};
export type StoredReturn = {
  type: "return";
  id: string;
  source: string;
  occurredAt: string;
  purchaseId: string;
  purchaseSource: string;
  lines?: { line: number; quantity: number }[];
};
export type StoredCustom = {
  type: "custom";
  name: string;
  id: string;
  source: string;
  occurredAt: string;
  attributes?: EventAttributes;
  /** Of the program's own: how many such events in a row led to it. */
  chain?: number;
};
/** What the statement of whoever gets points says of them; ids are UUIDs. */
export type ArrivalSubject =
  | { type: "transfer_in"; from: string; message?: string; sentBack?: boolean }
  | {
      type: "pool_in";
      pool: string;
      name: string;
      /** On the pool's own statement, the member who gave them. */
      member?: string;
      reason?: string;
      sentBack?: boolean;
    };
/** Points on their way from another member or a pool, whose side has been posted: the program's own event. */
export type StoredArrival = {
  type: "arrival";
  id: string;
  source: string;
  occurredAt: string;
  subject: ArrivalSubject;
  /** The lots that were sent, with their last days: those stay as they were. */
  lots: { points: number; expiresOn: string; sliding: boolean }[];
  /** Who gets them back where the recipient has left meanwhile; absent: they arrive all the same. */
  sender?: { partyId: string; lane: number };
};
/** A line of a file of credits, or what a referral is worth: the program's own event. */
export type StoredCredit = {
  type: "credit";
  id: string;
  source: string;
  occurredAt: string;
  reason: string;
  file?: string;
  pointTypeNo: number;
  points: number;
};
/** Points that go back to whoever had sent them, because the transfer is undone: the program's own event. */
export type StoredRestoration = {
  type: "restoration";
  id: string;
  source: string;
  occurredAt: string;
  /** The sender's line that is undone, and why. */
  causeId: string;
  reason: string;
  /** The last day of points that come back after their own. */
  graceUntil: string;
  /** The transfers that took them, each with the lot that it drew from. */
  transfers: { transferNo: number; lotNo: number | null; amount: number }[];
};
/** An event as it is kept: normalised, without the member, who is a column of the row. */
export type StoredEvent =
  | StoredPurchase
  | StoredReturn
  | StoredCustom
  | StoredArrival
  | StoredRestoration
  | StoredCredit;

/** What the sources of the program's files of credits begin with. */
export const CREDIT_SOURCE = "credit:";

/** Sources whose events the program queues itself; callers have no use of them. */
export function isReservedSource(source: string): boolean {
  return source === OWN_SOURCE || source.startsWith(CREDIT_SOURCE);
}

/** `purchase`, `return`, `custom:<name>`, `arrival`, `restoration` or `credit`: what the type column holds. */
export function eventTypeOf(event: StoredEvent): string {
  return event.type === "custom" ? `custom:${event.name}` : event.type;
}

export type ItemError = {
  /** Stable name of what is wrong. */
  code: string;
  /** What is wrong and what to do, in a sentence. */
  detail: string;
  /** JSON pointer into the batch: `/events/3/lines/0/amountMinor`. */
  pointer: string;
};

/** What became of one event of a batch. `id` is the sender's; null where it could not be read. */
export type ItemResult =
  | { index: number; id: string; status: "accepted" | "duplicate"; eventId: string }
  | { index: number; id: string | null; status: "rejected"; error: ItemError };

export type Acceptance = {
  accepted: number;
  duplicates: number;
  rejected: number;
  /** One for each event that was sent, in order. */
  results: ItemResult[];
};

export const EVENT_STATUSES = ["queued", "posted", "dead"] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

export const eventFilter = z.object({
  status: z.enum(EVENT_STATUSES).optional(),
  /** purchase, return, or custom:<name> */
  type: z.string().max(80).optional(),
  memberId: typeId("mem").optional(),
  /** The sender's id of the event, or the event's own id. */
  q: z.string().max(128).optional(),
});
