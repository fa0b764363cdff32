import { Invalid } from "@/lib/core/errors";
import type { CsvRow } from "./csv-rows";
import { decimalToInteger } from "./decimal";
import { type LineLabels, MAX_LABEL, readLabel } from "./line-labels";
import { parseOccurredAt } from "./occurred-at";
import {
  IMPORT_FIELDS,
  type ImportField,
  type ImportMapping,
  REQUIRED_FIELDS,
  type RejectedLine,
  type StagedItem,
  type StagedLine,
} from "./schema";

export type ParsedLine = { ok: true; line: StagedLine } | { ok: false; reject: RejectedLine };
export type LineParser = (row: CsvRow) => ParsedLine;

/** What a line is read against. `currencyDigits`: decimals of the currency, 2 for euro, 0 for yen. */
export type LineContext = { timeZone: string; currencyDigits: number };

const MAX_AMOUNT_MINOR = 100_000_000_000n;
const MAX_QUANTITY_MILLI = 1_000_000_000_000n;
const MAX_CONTENT = 2000;
/** Most characters that an event takes in each text. */
const TEXT_LIMITS = {
  sku: 128,
  name: 256,
  category: 128,
  brand: 128,
  store: 128,
  channel: 64,
  device: 64,
} as const;
const TEXT_FIELDS = Object.keys(TEXT_LIMITS) as (keyof typeof TEXT_LIMITS)[];
const MAX_CODES = 20;
const MAX_CODE = 64;
const REPLACEMENT = "\uFFFD";

class LineFault extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Compiles a mapping against the header of a file into a function that turns a row into a line item or a reason.
 * @throws Invalid naming each mapped column that the file does not have
 */
export function compileMapping(
  mapping: ImportMapping,
  columns: readonly string[],
  context: LineContext,
): LineParser {
  const positions = columnPositions(mapping, columns);
  const labels = labelPositions(mapping, columns);
  return (row) => {
    const content = row.content.replaceAll("\0", "").slice(0, MAX_CONTENT);
    const text = (field: ImportField) => (row.fields[positions.get(field) ?? -1] ?? "").trim();
    const basketKey = text("basketId").replaceAll("\0", "").slice(0, 128) || null;
    try {
      checkRow(row, columns.length);
      const line = {
        lineNo: row.lineNo,
        basketKey: required(text("basketId"), mapping.columns.basketId, 128),
        memberKey: required(text("memberId"), mapping.columns.memberId, 128),
        occurredAt: timeOf(text("occurredAt"), mapping, context),
        item: { ...itemOf(text, mapping, context), ...labelsOf(row, labels, mapping) },
        content,
      };
      return { ok: true, line };
    } catch (error) {
      if (!(error instanceof LineFault)) throw error;
      const { code, message: reason } = error;
      return { ok: false, reject: { lineNo: row.lineNo, basketKey, code, reason, content } };
    }
  };
}

function columnPositions(mapping: ImportMapping, columns: readonly string[]): Map<ImportField, number> {
  const positions = new Map<ImportField, number>();
  const missing: { pointer: string; code: string; detail: string }[] = [];
  for (const field of IMPORT_FIELDS) {
    const name = mapping.columns[field];
    if (name === undefined) continue;
    const position = columns.indexOf(name);
    if (position >= 0) positions.set(field, position);
    else {
      const detail = `The file has no column “${name}”.`;
      missing.push({ pointer: `/mapping/columns/${field}`, code: "missing_column", detail });
    }
  }
  if (missing.length > 0) {
    const names = missing.map(({ pointer }) => mapping.columns[pointer.split("/").at(-1) as ImportField]);
    const found = columns.map((name) => `“${name}”`).join(", ");
    const lacking = names.map((name) => `“${name}”`).join(", ");
    throw new Invalid(
      `The file lacks the column${names.length > 1 ? "s" : ""} ${lacking}. Its columns are ${found}.`,
      missing,
    );
  }
  return positions;
}

type LabelPosition = { name: string; column: string; position: number };

function labelPositions({ labels }: ImportMapping, columns: readonly string[]): LabelPosition[] {
  const found = Object.entries(labels).map(([name, column]) => ({
    name,
    column,
    position: columns.indexOf(column),
  }));
  const missing = found.filter(({ position }) => position < 0);
  if (missing.length === 0) return found;
  throw new Invalid(
    "The file lacks columns that labels are to come from.",
    missing.map(({ name, column }) => ({
      pointer: `/mapping/labels/${name}`,
      code: "missing_column",
      detail: `The file has no column “${column}”.`,
    })),
  );
}

function labelsOf(
  { fields }: CsvRow,
  positions: readonly LabelPosition[],
  mapping: ImportMapping,
): Pick<StagedItem, "attributes"> {
  const attributes: LineLabels = {};
  for (const { name, column, position } of positions) {
    const cell = (fields[position] ?? "").trim();
    if (cell !== "") attributes[name] = readLabel(required(cell, column, MAX_LABEL), mapping);
  }
  return Object.keys(attributes).length === 0 ? {} : { attributes };
}

function checkRow(row: CsvRow, columnCount: number): void {
  if (row.fields.length !== columnCount) {
    throw new LineFault(
      "column_count",
      `The line has ${row.fields.length} columns; the header has ${columnCount}.`,
    );
  }
  if (row.content.includes(REPLACEMENT)) {
    throw new LineFault("encoding", "The line holds bytes that are not valid UTF-8.");
  }
  if (row.content.includes("\0")) throw new LineFault("control_character", "The line holds a NUL character.");
}

function required(value: string, column: string, maxLength: number): string {
  if (value === "") throw new LineFault("missing_value", `“${column}” is empty.`);
  if (value.length > maxLength) {
    throw new LineFault("too_long", `“${column}” is longer than ${maxLength} characters.`);
  }
  return value;
}

function timeOf(value: string, mapping: ImportMapping, context: LineContext): Date {
  required(value, mapping.columns.occurredAt, 64);
  const instant = parseOccurredAt(value, mapping.occurredAtFormat, context.timeZone);
  if (instant === null) {
    throw new LineFault(
      "time",
      `“${value}” in “${mapping.columns.occurredAt}” is not a time in the chosen format.`,
    );
  }
  return instant;
}

function itemOf(
  text: (field: ImportField) => string,
  mapping: ImportMapping,
  context: LineContext,
): StagedItem {
  const item: StagedItem = {
    amountMinor: amountOf(text("amount"), mapping, context),
    quantity: mapping.columns.quantity === undefined ? 1 : quantityOf(text("quantity"), mapping),
  };
  for (const field of TEXT_FIELDS) {
    const value = text(field);
    if (value === "") continue;
    item[field] = required(value, mapping.columns[field] ?? field, TEXT_LIMITS[field]);
  }
  const codes = codesOf(text("codes"), mapping.columns.codes ?? "codes");
  return codes.length === 0 ? item : { ...item, codes };
}

/** One cell holds several codes: `SUMMER10, APP5`. */
function codesOf(value: string, column: string): string[] {
  const codes = value.split(/[\s,;|]+/).filter((code) => code !== "");
  if (codes.length > MAX_CODES) {
    throw new LineFault("too_many_codes", `“${column}” holds more than ${MAX_CODES} codes.`);
  }
  return codes.map((code) => required(code, column, MAX_CODE));
}

function amountOf(value: string, mapping: ImportMapping, context: LineContext): number {
  required(value, mapping.columns.amount, 64);
  const digits = mapping.amountUnit === "minor" ? 0 : context.currencyDigits;
  const minor = decimalToInteger(value, digits, mapping.decimalSeparator);
  if (minor === null)
    throw new LineFault("amount", `“${value}” in “${mapping.columns.amount}” is not an amount.`);
  if (minor < 0n) {
    throw new LineFault(
      "negative_amount",
      "The amount is negative. Returns come in as return events, not by file.",
    );
  }
  if (minor > MAX_AMOUNT_MINOR) throw new LineFault("amount_too_large", `The amount ${value} is too large.`);
  return Number(minor);
}

function quantityOf(value: string, mapping: ImportMapping): number {
  const column = mapping.columns.quantity ?? "quantity";
  if (value === "") return 1;
  const milli = decimalToInteger(value, 3, mapping.decimalSeparator);
  if (milli === null) throw new LineFault("quantity", `“${value}” in “${column}” is not a quantity.`);
  if (milli < 0n) {
    throw new LineFault(
      "negative_quantity",
      "The quantity is negative. Returns come in as return events, not by file.",
    );
  }
  if (milli > MAX_QUANTITY_MILLI)
    throw new LineFault("quantity_too_large", `The quantity ${value} is too large.`);
  return Number(milli) / 1000;
}

/** The fields that a mapping still lacks, in the order of the form. */
export function missingFields(columns: Partial<Record<ImportField, string>>): ImportField[] {
  return REQUIRED_FIELDS.filter((field) => !columns[field]);
}
