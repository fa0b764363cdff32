import "server-only";
import { type Day, windowStart } from "@/lib/core/calendar";
import type { Tx } from "@/lib/db";
import type { ProgramDto } from "@/lib/programs";
import { allowanceOf, refuseBeyond } from "./limits";
import { lockSender, readSentSoFar } from "./sql";

type Pooling = { way: "gift" | "payout"; memberId: string; points: number; now: Date; today: Day };

/**
 * Holds what a member gives to a pool, or has paid out of one that they run to somebody else, to the program's limits
 * on sending, so that a pool is no way round them. What is sent at the same time waits until this is written. The
 * smallest transfer is no limit here.
 * @throws TransferRefused `above_largest`, `daily_limit`, `monthly_limit`
 */
export async function limitPooling(
  tx: Tx,
  { programId, timeZone, ledgerPolicy }: ProgramDto,
  { way, memberId, points, now, today }: Pooling,
): Promise<void> {
  await lockSender(tx, programId, memberId);
  const month = windowStart(now, timeZone, "month");
  const sent = await readSentSoFar(tx, programId, memberId, { today, month, way });
  refuseBeyond({ ...allowanceOf(ledgerPolicy.transfers, sent), smallest: 1 }, points, true);
}
