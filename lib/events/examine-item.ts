import { z } from "zod";
import { localDay } from "@/lib/core/calendar";
import { fieldErrors } from "@/lib/core/schema";
import { findUnstorable } from "@/lib/core/storable-text";
import type { MemberRef } from "@/lib/members/schema";
import { isOccasion } from "@/lib/occasions/schema";
import { readCommonPurchase } from "./common-purchase";
import {
  type EventAttributes,
  eventInput,
  type ItemError,
  isReservedSource,
  MAX_AMOUNT_MINOR,
  type StoredEvent,
} from "./schema";

/** How far a till's clock may run ahead of ours. */
const CLOCK_SKEW_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

export type EventDraft = {
  member: MemberRef;
  occurredAt: Date;
  event: StoredEvent;
  /** The event as JSON. Its keys are always in the same order, so equal events are equal texts. */
  payload: string;
};

export type IntakeRules = { currency: string; timeZone: string; eventsFrom: string };

/**
 * Whether one item of a batch is an event that the program takes, as of `now`. It looks at nothing but the
 * item: who the member is and whether the id was used before is for the database to say.
 * @returns the normalised event, or the first thing that is wrong with it, with a pointer below `base`
 */
export function examineItem(
  item: unknown,
  base: string,
  rules: IntakeRules,
  now: Date,
): { draft: EventDraft } | { error: ItemError } {
  const parsed = readItem(item);
  if (parsed instanceof z.ZodError) {
    const [error] = fieldErrors(parsed, base);
    return { error: error ?? { code: "invalid", detail: "This is not an event.", pointer: base } };
  }
  const { member, ...input } = parsed;
  const occurredAt = new Date(input.occurredAt);
  const refuse = (code: string, pointer: string, detail: string) => ({
    error: { code, detail, pointer: base + pointer },
  });

  if (Number.isNaN(occurredAt.getTime())) {
    return refuse("invalid_format", "/occurredAt", "There is no such day or time.");
  }
  if (occurredAt.getTime() > now.getTime() + CLOCK_SKEW_MS) {
    return refuse(
      "occurred_in_future",
      "/occurredAt",
      "The event lies more than ten minutes in the future. Check the clock and the time zone of the sender.",
    );
  }
  if (isBefore(occurredAt, rules)) {
    return refuse(
      "occurred_too_early",
      "/occurredAt",
      `The program takes events from ${rules.eventsFrom} onwards.`,
    );
  }
  if (isReservedSource(input.source)) {
    return refuse(
      "reserved_source",
      "/source",
      `The source “${input.source}” is the program's own. Use another.`,
    );
  }
  if (input.type === "custom" && isOccasion(input.name)) {
    return refuse(
      "reserved_name",
      "/name",
      `The program notices “${input.name}” by itself. Use another name for your own event.`,
    );
  }
  if (input.type === "purchase" && input.currency !== rules.currency) {
    return refuse(
      "wrong_currency",
      "/currency",
      `The program counts in ${rules.currency}, not in ${input.currency}.`,
    );
  }
  const event = normalise(input, occurredAt.toISOString());
  if (event === null) {
    return refuse("amount_missing", "/amountMinor", "A purchase has an amountMinor, or lines to add up.");
  }
  if (event.type === "purchase" && event.amountMinor > MAX_AMOUNT_MINOR) {
    return refuse("too_big", "/lines", `The lines add up to more than ${MAX_AMOUNT_MINOR} minor units.`);
  }
  const payload = JSON.stringify(event);
  if (isSuspicious(payload) || isSuspicious(JSON.stringify(member))) {
    const unstorable = findUnstorable(item);
    if (unstorable !== null) return refuse(unstorable.code, unstorable.pointer, unstorable.detail);
  }
  return { draft: { member, occurredAt, event, payload } };
}

function readItem(item: unknown): z.output<typeof eventInput> | z.ZodError {
  const common = readCommonPurchase(item);
  if (common !== null) return common;
  const { data, error } = eventInput.safeParse(item);
  return error ?? data;
}

/** Whether something lies before the program's first day. Two days after it, that is so in no time zone. */
function isBefore(instant: Date, { eventsFrom, timeZone }: IntakeRules): boolean {
  return instant.getTime() < Date.parse(eventsFrom) + 2 * DAY_MS && localDay(instant, timeZone) < eventsFrom;
}

/** Every key in one fixed order, defaults filled in; null for a purchase that names no amount at all. */
function normalise(
  input: DistributiveOmit<z.output<typeof eventInput>, "member">,
  occurredAt: string,
): StoredEvent | null {
  const { id, source } = input;
  switch (input.type) {
    case "purchase": {
      const lines = (input.lines ?? []).map(
        ({ sku, name, category, brand, quantity, amountMinor, attributes }) => ({
          sku,
          name,
          category,
          brand,
          quantity,
          amountMinor,
          attributes: sorted(attributes),
        }),
      );
      if (input.amountMinor === undefined && lines.length === 0) return null;
      const amountMinor = input.amountMinor ?? lines.reduce((sum, line) => sum + line.amountMinor, 0);
      const { currency, store, channel, device, codes } = input;
      const attributes = sorted(input.attributes);
      return {
        type: "purchase",
        id,
        source,
        occurredAt,
        currency,
        amountMinor,
        lines,
        store,
        channel,
        device,
        codes: codes?.length === 0 ? undefined : codes,
        attributes,
      };
    }
    case "return": {
      const lines = input.lines?.map(({ line, quantity }) => ({ line, quantity }));
      const { purchaseId, purchaseSource = source } = input;
      return { type: "return", id, source, occurredAt, purchaseId, purchaseSource, lines };
    }
    case "custom":
      return {
        type: "custom",
        name: input.name,
        id,
        source,
        occurredAt,
        attributes: sorted(input.attributes),
      };
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

function sorted(attributes: EventAttributes | undefined): EventAttributes | undefined {
  if (attributes === undefined) return undefined;
  return Object.fromEntries(Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What PostgreSQL cannot keep in a text: escapes that JSON allows but that stand for no character. */
const SUSPICIOUS = /\\u(0000|d[89a-f])/i;

function isSuspicious(json: string): boolean {
  return json.includes("\\u") && SUSPICIOUS.test(json);
}
