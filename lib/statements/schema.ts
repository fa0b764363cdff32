import { z } from "zod";
import { pageQuery } from "@/lib/core/schema";

/** A month as `YYYY-MM`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "A month like 2026-11.");

export const statementQuery = pageQuery;

/**
 * A month of a member's points of one type, in the program's time zone. A balance is what is available and pending
 * less what is owed: opening + earned - returned - spent - expired + received - sent + adjusted = closing.
 */
export type StatementDto = {
  /** `YYYY-MM` */
  month: string;
  pointType: { code: string; name: string };
  opening: number;
  earned: number;
  /** Taken back for returned goods. */
  returned: number;
  spent: number;
  expired: number;
  /** From other members and pools, and to them. */
  received: number;
  sent: number;
  /** Credited less debited, by hand or from a file, with corrections. */
  adjusted: number;
  closing: number;
  /** Parts of the closing balance: not usable yet, and owed. */
  pending: number;
  owed: number;
  /** ISO 8601 */
  madeAt: string;
};

/** What came in and what went out in the month; their difference is that of the balances. */
export function turnover(statement: StatementDto): { cameIn: number; wentOut: number } {
  const { earned, received, returned, spent, expired, sent, adjusted } = statement;
  return {
    cameIn: earned + received + Math.max(0, adjusted),
    wentOut: returned + spent + expired + sent + Math.max(0, -adjusted),
  };
}
