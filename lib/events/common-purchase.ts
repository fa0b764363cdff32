import type { z } from "zod";
import type { MemberRef } from "@/lib/members/schema";
import { hasThreeDecimals, MAX_AMOUNT_MINOR, MAX_LINES, MAX_QUANTITY, type purchaseInput } from "./schema";

type Purchase = z.output<typeof purchaseInput>;
type Line = NonNullable<Purchase["lines"]>[number];

/**
 * Reads what tills send by the thousand, in a fraction of the schema's time: a purchase by a member's number, without
 * attributes and codes. It answers what `purchaseInput` would, or leaves the item to it.
 * @returns null for anything else, be it right or wrong
 */
export function readCommonPurchase(item: unknown): Purchase | null {
  if (!isPlain(item) || !hasOnly(item, PURCHASE_KEYS)) return null;
  const { type, id, source = "api", occurredAt, currency, amountMinor, store, channel, device } = item;
  const member = readMember(item.member);
  const lines = item.lines === undefined ? undefined : readLines(item.lines);
  if (
    type !== "purchase" ||
    member === null ||
    lines === null ||
    !isText(id, 128) ||
    !isText(source, 64) ||
    !(typeof occurredAt === "string" && INSTANT.test(occurredAt)) ||
    !(typeof currency === "string" && CURRENCY.test(currency)) ||
    !(amountMinor === undefined || isAmount(amountMinor)) ||
    !isTextIfAny(store, 128) ||
    !isTextIfAny(channel, 64) ||
    !isTextIfAny(device, 64)
  ) {
    return null;
  }
  return { type, id, source, member, occurredAt, currency, amountMinor, lines, store, channel, device };
}

const PURCHASE_KEYS: ReadonlySet<string> = new Set([
  "type",
  "id",
  "source",
  "member",
  "occurredAt",
  "currency",
  "amountMinor",
  "lines",
  "store",
  "channel",
  "device",
]);
const MEMBER_KEYS: ReadonlySet<string> = new Set(["externalId", "cardNumber"]);
const LINE_KEYS: ReadonlySet<string> = new Set([
  "sku",
  "name",
  "category",
  "brand",
  "quantity",
  "amountMinor",
]);

/** Days that every year has, with a time in UTC. */
const INSTANT =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;
const CURRENCY = /^[A-Z]{3}$/;

function readMember(member: unknown): MemberRef | null {
  if (!isPlain(member) || !hasOnly(member, MEMBER_KEYS)) return null;
  const { externalId, cardNumber } = member;
  if (cardNumber === undefined) return isText(externalId, 128) ? { externalId } : null;
  return externalId === undefined && isText(cardNumber, 32) ? { cardNumber } : null;
}

function readLines(items: unknown): Line[] | null {
  if (!Array.isArray(items) || items.length > MAX_LINES) return null;
  const lines: Line[] = [];
  for (const item of items) {
    const line = readLine(item);
    if (line === null) return null;
    lines.push(line);
  }
  return lines;
}

function readLine(item: unknown): Line | null {
  if (!isPlain(item) || !hasOnly(item, LINE_KEYS)) return null;
  const { sku, name, category, brand, quantity = 1, amountMinor } = item;
  const isLine =
    isTextIfAny(sku, 128) &&
    isTextIfAny(name, 256) &&
    isTextIfAny(category, 128) &&
    isTextIfAny(brand, 128) &&
    isQuantity(quantity) &&
    isAmount(amountMinor);
  return isLine ? { sku, name, category, brand, quantity, amountMinor } : null;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function hasOnly(record: Record<string, unknown>, keys: ReadonlySet<string>): boolean {
  for (const key in record) {
    if (!keys.has(key)) return false;
  }
  return true;
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= longest;
}

function isTextIfAny(value: unknown, longest: number): value is string | undefined {
  return value === undefined || isText(value, longest);
}

function isAmount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= MAX_AMOUNT_MINOR;
}

function isQuantity(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= MAX_QUANTITY && hasThreeDecimals(value);
}
