import type { LedgerPolicy } from "@/lib/programs";
import { TransferRefused } from "./errors";
import type { Allowance } from "./schema";

type TransferPolicy = LedgerPolicy["transfers"];

/** Points that a member has sent on this program day, and in its month. */
export type SentSoFar = {
  today: number;
  thisMonth: number;
  /** Whether pools have, or will have, a part in it. */
  isPooled?: boolean;
};

/** What is left of the program's limits. */
export function allowanceOf(policy: TransferPolicy, sent: SentSoFar): Allowance {
  const left = (limit: number | null, used: number) => (limit === null ? null : Math.max(0, limit - used));
  return {
    smallest: policy.smallest,
    largest: policy.largest,
    leftToday: left(policy.daily, sent.today),
    leftThisMonth: left(policy.monthly, sent.thisMonth),
  };
}

const POOLED = " What is given to a pool, or paid out of one to others, counts as sent.";

/**
 * @param isPooled whether pools have a part in what was sent, which is said then
 * @throws TransferRefused `below_smallest`, `above_largest`, `daily_limit`, `monthly_limit`
 */
export function refuseBeyond(allowance: Allowance, points: number, isPooled = false): void {
  const { smallest, largest, leftToday, leftThisMonth } = allowance;
  const refuse = (code: string, detail: string) => new TransferRefused(code, detail, "/points");
  if (points < smallest) throw refuse("below_smallest", `Send at least ${inWords(smallest)}.`);
  if (largest !== null && points > largest) {
    throw refuse("above_largest", `At most ${inWords(largest)} can be sent at once.`);
  }
  if (leftToday !== null && points > leftToday) {
    throw refuse(
      "daily_limit",
      `${leftInWords(leftToday)} can be sent today. The limit starts anew at midnight.${isPooled ? POOLED : ""}`,
    );
  }
  if (leftThisMonth !== null && points > leftThisMonth) {
    throw refuse(
      "monthly_limit",
      `${leftInWords(leftThisMonth)} can be sent this month.${isPooled ? POOLED : ""}`,
    );
  }
}

function leftInWords(left: number): string {
  return left === 0 ? "Nothing more" : `Only ${inWords(left)} more`;
}

/** Without the word: each program has its own for its points. */
function inWords(points: number): string {
  return points.toLocaleString("en");
}
