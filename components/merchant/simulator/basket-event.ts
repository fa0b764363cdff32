import type {
  ExampleAttribute,
  ExampleBasket,
} from "@/components/merchant/campaigns/builder/example/example";
import { purchasePayload } from "@/components/merchant/campaigns/builder/example/purchase-payload";
import { showScalar } from "@/components/merchant/campaigns/builder/scalar";
import { instantOfLocal, localDay, zonedParts } from "@/lib/core/calendar";
import { purchaseInput } from "@/lib/events/schema";

export type EventFormats = { currency: string; timeZone: string };

/** A basket as the event door takes it; who bought it is left out. */
export function eventOfBasket(basket: ExampleBasket, { currency, timeZone }: EventFormats) {
  return {
    type: "purchase",
    occurredAt: instantOfLocal(`${basket.at}:00`, timeZone).toISOString(),
    currency,
    ...purchasePayload(basket),
  };
}

const shown = purchaseInput.omit({ id: true, source: true, member: true }).partial({ occurredAt: true });

/**
 * A basket out of an event, to be edited; null for what the fields could not show whole: a return, an event of another
 * kind, a total that the lines do not come to.
 * @param now stands in where the event does not say when it happened
 */
export function basketOfEvent(event: unknown, now: Date, { timeZone }: EventFormats): ExampleBasket | null {
  const parsed = shown.safeParse(event);
  if (!parsed.success) return null;
  const { occurredAt, amountMinor, lines = [], store, channel, device, codes, attributes } = parsed.data;
  const total = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  if (amountMinor !== undefined && amountMinor !== total) return null;
  return {
    at: localMinute(occurredAt === undefined ? now : new Date(occurredAt), timeZone),
    store: store ?? "",
    channel: channel ?? "",
    device: device ?? "",
    codes: codes ?? [],
    eventAttributes: attributesIn(attributes),
    lines: lines.map(
      ({ name, sku, category, brand, quantity, amountMinor: amount, attributes: labels }, key) => ({
        key,
        name: name ?? "",
        sku: sku ?? "",
        category: category ?? "",
        brand: brand ?? "",
        quantity,
        amountMinor: amount,
        labels: attributesIn(labels),
      }),
    ),
  };
}

function attributesIn(attributes: Record<string, string | number | boolean> = {}): ExampleAttribute[] {
  return Object.entries(attributes).map(([name, value], key) => ({ key, name, value: showScalar(value) }));
}

function localMinute(instant: Date, timeZone: string): string {
  const { hour, minute } = zonedParts(instant, timeZone);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${localDay(instant, timeZone)}T${two(hour)}:${two(minute)}`;
}
