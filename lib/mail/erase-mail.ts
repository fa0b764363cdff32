import "server-only";
import type { Clock } from "@/lib/core/clock";
import type { Tx } from "@/lib/db";
import { eraseContent } from "./sql";

/**
 * Removes what was written to somebody, by member, by address (in lower case), or by both: address, subject and text.
 * What still waits is not sent. That there was a mail of some kind stays known.
 * @returns how many mails it was
 */
export async function eraseMailOf(
  tx: Tx,
  programId: string,
  whose: { memberId: string | null; email: string | null },
  clock: Clock,
): Promise<number> {
  return eraseContent(tx, programId, whose, clock.now());
}
