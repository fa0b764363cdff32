import { parseScalar } from "../scalar";
import type { ExampleAttribute, ExampleBasket } from "./example";

/** What a basket says, as an event carries it; what is empty is left out. */
export function purchasePayload({
  lines,
  store,
  channel,
  device,
  codes,
  eventAttributes,
}: Omit<ExampleBasket, "at">) {
  const bought = lines.map(({ name, sku, category, brand, quantity, amountMinor, labels }) => ({
    quantity,
    amountMinor,
    ...known({ name, sku, category, brand }),
    attributes: attributesOf(labels),
  }));
  return {
    amountMinor: bought.reduce((sum, line) => sum + line.amountMinor, 0),
    lines: bought,
    ...known({ store, channel, device }),
    ...(codes.length > 0 && { codes }),
    attributes: attributesOf(eventAttributes),
  };
}

/** Attributes as the engine compares them; what has no name yet is left out. */
export function attributesOf(attributes: readonly ExampleAttribute[]) {
  return Object.fromEntries(
    attributes.filter(({ name }) => name !== "").map(({ name, value }) => [name, parseScalar(value)]),
  );
}

/** Without the texts that are empty. */
function known<T extends Record<string, string>>(texts: T): Partial<T> {
  const entries = Object.entries(texts).filter(([, text]) => text !== "");
  return Object.fromEntries(entries) as Partial<T>;
}
