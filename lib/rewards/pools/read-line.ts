import { type Day, isDay } from "@/lib/core/calendar";
import type { RefusalReason } from "./pool-dto";

/** A line of a file of codes that can go into a pool. */
export type CodeLine = { line: number; code: string; expiresOn: Day | null };
export type RefusedLine = { line: number; code: string; reason: RefusalReason };

/** Visible ASCII without blanks: what every till can scan and every keyboard can type. */
const CODE = /^[\x21-\x7e]{1,64}$/;
const HEADERS = new Set(["code", "codes", "voucher", "voucher code", "coupon", "coupon code"]);
const KEPT_CHARACTERS = 100;

/** Whether the first line of a file says what is below it. */
export function isHeader(fields: readonly string[]): boolean {
  return HEADERS.has((fields[0] ?? "").trim().toLowerCase());
}

/**
 * Reads a line: a code, and its last day if it has one.
 * @param today in the program's time zone; a code that was good until yesterday is none any more
 */
export function readLine(line: number, fields: readonly string[], today: Day): CodeLine | RefusedLine {
  const code = (fields[0] ?? "").trim();
  const lastDay = (fields[1] ?? "").trim();
  const refused = (reason: RefusalReason): RefusedLine => ({
    line,
    code: code.slice(0, KEPT_CHARACTERS),
    reason,
  });
  if (!CODE.test(code)) return refused("not_a_code");
  if (lastDay === "") return { line, code, expiresOn: null };
  if (!isDay(lastDay)) return refused("not_a_day");
  return lastDay < today ? refused("expired") : { line, code, expiresOn: lastDay };
}

export function isRefused(read: CodeLine | RefusedLine): read is RefusedLine {
  return "reason" in read;
}
