import { issueVoucher } from "@/lib/benefits";
import { addDays, type Day } from "@/lib/core/calendar";
import { Conflict } from "@/lib/core/errors";
import type { StepDetail } from "@/lib/redemptions";
import { makeCode, rewardForRedemption, takeCode } from "@/lib/rewards";
import { captureForRedemption, type RedemptionSpend, spendOnRedemption } from "@/lib/wallet";
import type { Handling } from "./at-redemption";
import { RedemptionRefused } from "./refusals";
import { tellMember } from "./tell-member";

type VoucherCode = { code: string; expiresOn: Day | null };

/** Two drawn codes are the same once in ages; three times in a row never. */
const DRAWS = 3;

/**
 * Fulfils a reserved redemption: spends its points, gives its voucher, and tells the member where they are not
 * looking on.
 * @param by a code that whoever fulfils it has for the member, and what there is to tell
 * @throws InsufficientPoints; RedemptionRefused `pool_empty`; Conflict `code_taken`
 */
export async function complete(
  handling: Handling,
  { code = null, detail = {} }: { code?: VoucherCode | null; detail?: StepDetail } = {},
): Promise<void> {
  const { file } = handling;
  file.require("fulfil");
  const { row } = file;
  if (row.fulfilment === "code") row.voucherId = await giveOwnCode(handling);
  else if (code !== null) row.voucherId = await giveForeignCode(handling, code);
  await spend(handling);
  file.move("fulfil", "fulfilled", detail);
  await tellMember(handling);
}

async function spend({ tx, ctx, desk, file }: Handling): Promise<void> {
  const { row } = file;
  if (row.points === 0) return;
  const { redemptionId, memberId, reference, points } = row;
  const on: RedemptionSpend = { redemptionId, memberId, reward: row.reward.name, reference, points };
  row.spendId =
    row.holdId === null
      ? spendOnRedemption(desk, on)
      : await captureForRedemption(tx, ctx.programId, desk, row.holdId, on);
}

/** A code of the reward's pool, or one that is made for it. */
async function giveOwnCode(handling: Handling): Promise<string> {
  const { tx, ctx, desk, file } = handling;
  const { redemptionId, rewardId } = file.row;
  const { poolId, codePattern, kind } = await rewardForRedemption(tx, ctx.programId, rewardId);
  if (kind === "pool_voucher") {
    const taken =
      poolId === null
        ? null
        : await takeCode(tx, ctx.programId, { poolId, redemptionId, today: desk.today, now: desk.now });
    if (taken === null) throw new RedemptionRefused("pool_empty", "There is no code of this reward left.");
    return giveForeignCode(handling, taken);
  }
  for (let drawn = 0; drawn < DRAWS; drawn += 1) {
    const voucherId = await give(handling, { code: makeCode(codePattern), expiresOn: null });
    if (voucherId !== null) return voucherId;
  }
  throw new Conflict("code_taken", "No code could be made for this reward. Try again.");
}

async function giveForeignCode(handling: Handling, code: VoucherCode): Promise<string> {
  const voucherId = await give(handling, code);
  if (voucherId === null) throw new Conflict("code_taken", "Another voucher has this code already.");
  return voucherId;
}

function give({ tx, ctx, desk, file }: Handling, { code, expiresOn }: VoucherCode): Promise<string | null> {
  const { redemptionId, memberId, reward } = file.row;
  const ownLast = reward.validDays === null ? null : addDays(desk.today, reward.validDays);
  return issueVoucher(tx, ctx.programId, {
    memberId,
    redemptionId,
    code,
    name: reward.name,
    // What is owed for it counts with the redemption, not with its use.
    costMinor: 0,
    valueMinor: reward.valueMinor,
    stores: reward.stores,
    expiresOn: earlier(expiresOn, ownLast),
    issuedAt: desk.now,
  });
}

function earlier(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
