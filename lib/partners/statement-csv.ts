import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { csvDownload, toCsvLine } from "@/lib/core/csv";
import { toTypeId } from "@/lib/core/ids";
import { readPartnerStatement } from "./queries";

/**
 * What a reward partner is owed for a month as a CSV file: a line a reward, and one with the total.
 * @throws Forbidden, NotFound, Invalid
 */
export async function partnerStatementCsv(ctx: Ctx, partnerId: string, month: string): Promise<Response> {
  const { name, lines, totalMinor, currency } = await readPartnerStatement(ctx, partnerId, month);
  const sum = (key: "fulfilled" | "reversed") => lines.reduce((total, line) => total + line[key], 0);
  return csvDownload(`${name}-${month}`, [
    toCsvLine(["rewardId", "reward", "fulfilled", "reversed", "amountMinor", "currency"]),
    ...lines.map(({ rewardId, rewardName, fulfilled, reversed, amountMinor }) =>
      toCsvLine([toTypeId("rwd", rewardId), rewardName, fulfilled, reversed, amountMinor, currency]),
    ),
    toCsvLine([null, "Total", sum("fulfilled"), sum("reversed"), totalMinor, currency]),
  ]);
}
