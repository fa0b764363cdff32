import type { Rules } from "../moves";

/** After every day. */
export const NEVER = "9999";

/** The last day of points that are active since a day. */
export function lastDay(expiry: Rules["expiry"], from: string): string {
  if (expiry.kind === "rolling") return plusDays(from, expiry.count);
  if (expiry.kind !== "calendar") return NEVER;
  const [year = 0, month = 0] = from.split("-").map(Number);
  return new Date(Date.UTC(year, month + expiry.keep, 0)).toISOString().slice(0, 10);
}

export function plusDays(day: string, days: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
