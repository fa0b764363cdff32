import "server-only";
import type { Clock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { removeContentBefore } from "./sql";

/** Days that the content of a mail is kept once it is sent, given up or kept for the portal. */
export const MAIL_KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;
const ROWS_AT_ONCE = 1_000;

/** Removes address, subject and text of mails that are long over; that they were sent stays known. @returns how many */
export async function removeOldMail(clock: Clock): Promise<number> {
  const before = new Date(clock.now().getTime() - MAIL_KEPT_DAYS * DAY_MS);
  let removed = 0;
  for (;;) {
    const some = await removeContentBefore(db(), before, ROWS_AT_ONCE);
    removed += some;
    if (some < ROWS_AT_ONCE) return removed;
  }
}
