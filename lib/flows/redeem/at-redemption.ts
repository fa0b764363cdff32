import type { Ctx } from "@/lib/auth/context";
import type { Tx } from "@/lib/db";
import { type ProgramDto, readProgram } from "@/lib/programs";
import { RedemptionFile, type RedemptionRow, readRedemptionRow } from "@/lib/redemptions";
import { announcePoints, atDesk, type Desk, lookAhead, readEntry, readPinnedLots } from "@/lib/wallet";

/** A redemption on the desk of its member's lane. */
export type Handling = { tx: Tx; ctx: Ctx; desk: Desk; program: ProgramDto; file: RedemptionFile };

/**
 * Works on a redemption with its member's lane locked, and writes what was done.
 * @throws NotFound
 */
export async function atRedemption<T>(
  tx: Tx,
  ctx: Ctx,
  redemptionId: string,
  work: (handling: Handling) => Promise<T>,
): Promise<T> {
  const { programId } = ctx;
  const program = await readProgram(programId, tx);
  const seen = await readRedemptionRow(tx, programId, redemptionId);
  return atDesk(tx, ctx, await partyOf(tx, programId, seen), async (desk) => {
    // It may have moved on before the lane was locked; which lots it concerns stays the same.
    const row = await readRedemptionRow(tx, programId, redemptionId);
    const file = RedemptionFile.of(row, desk.now);
    const result = await work({ tx, ctx, desk, program, file });
    await keep({ tx, ctx, desk, program, file });
    return result;
  });
}

/** Writes what was done with a redemption, and has open wallets of its member read themselves again. */
export async function keep({ tx, ctx, desk, file }: Handling): Promise<void> {
  await file.save(tx, ctx);
  const { memberId, spendId, holdId } = file.row;
  const causeId = spendId ?? holdId;
  // Without points there is no line to point to; such a wallet reads itself again when it is looked at.
  if (causeId === null) return;
  const { available: balance } = desk.purseOf(memberId);
  await announcePoints(tx, ctx, [{ memberId, causeId, delta: 0, balance }]);
}

/** The same without locks and without writing: how something would turn out as things are. @throws NotFound */
export async function lookAtRedemption<T>(
  tx: Tx,
  ctx: Ctx,
  redemptionId: string,
  work: (handling: Handling) => Promise<T>,
): Promise<T> {
  const { programId } = ctx;
  const program = await readProgram(programId, tx);
  const row = await readRedemptionRow(tx, programId, redemptionId);
  return lookAhead(tx, ctx, await partyOf(tx, programId, row), (desk) =>
    work({ tx, ctx, desk, program, file: RedemptionFile.of(row, desk.now) }),
  );
}

/** The member with the lots that the redemption has pinned or drawn. */
async function partyOf(tx: Tx, programId: string, { memberId, holdId, spendId }: RedemptionRow) {
  const pinned = holdId === null ? [] : await readPinnedLots(tx, programId, [holdId]);
  const entry = holdId === null && spendId !== null ? await readEntry(tx, programId, spendId) : null;
  const drawn = (entry?.transfers ?? []).flatMap(({ lotNo }) => lotNo ?? []);
  return { memberId, lotNumbers: [...pinned, ...drawn] };
}
