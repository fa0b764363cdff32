import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { writeBenefits } from "@/lib/benefits";
import { present } from "@/lib/core/assert";
import { NotFound } from "@/lib/core/errors";
import { newId, toTypeId } from "@/lib/core/ids";
import { type Tx, withTx } from "@/lib/db";
import { readProgram } from "@/lib/programs";
import { noteReturns } from "@/lib/referrals";
import {
  atDesk,
  type Desk,
  insertReversedEntry,
  lookAhead,
  type PostedEntry,
  type ReversalDto,
  type ReversalPreview,
  type ReversalRequest,
  readEntry,
} from "@/lib/wallet";
import { reversalRequest } from "@/lib/wallet/schema";
import { write } from "@/lib/write";
import { deliver } from "../pass-points/deliver";
import { measure, type Wording } from "./measure";
import { NotReversible, requireReversible, SpentOnRedemption } from "./not-reversible";
import { openBenefits } from "./open-benefits";
import { previewTransferReversal, reverseTransfer } from "./reverse-transfer";
import { rollBackHistory } from "./roll-back-history";
import { rollBackRecords } from "./roll-back-records";
import { type Earning, isDissolvedPool, readEarning } from "./sql";
import { undoEntry } from "./undo-entry";

type Reversal = {
  entry: PostedEntry;
  reversalId: string;
  reason: string;
  graceDays: number;
  wording: Wording;
};

/**
 * Undoes what a line of an activity did, under a line of its own: the points go back to where they were, as far as
 * they are there, and counters and caps with them.
 * @param causeId of a purchase, custom event, return, adjustment, redemption, expiry or transfer
 * @throws Forbidden, NotFound; Conflict `not_reversible`, `already_reversed`, `recipient_has_spent`,
 * `spend_of_redemption`
 */
export async function reverseEntry(
  ctx: Ctx,
  causeId: string,
  request: ReversalRequest,
): Promise<ReversalDto> {
  const { reason } = reversalRequest.parse(request);
  const reversed = await write(
    ctx,
    { permission: "points:reverse", request: { causeId, reason } },
    async (tx) => {
      const reversal = await prepare(tx, ctx, causeId, reason);
      const { entry, reversalId } = reversal;
      const lookAgain = async () => requireReversible(await findEntry(tx, ctx.programId, causeId));
      const preview =
        entry.kind === "transfer_out"
          ? await reverseTransfer(tx, ctx, reversal, lookAgain)
          : await atDesk(tx, ctx, partyOf(entry), async (desk) => {
              await lookAgain();
              await requirePartyThere(tx, ctx.programId, entry);
              return reverse(tx, ctx, desk, reversal);
            });
      const reversedAt = ctx.clock.now();
      await insertReversedEntry(tx, ctx.programId, { causeId, reversalId, reversedAt });
      await recordAudit(tx, ctx, {
        action: "points.reversed",
        target: toTypeId("act", causeId),
        detail: { kind: entry.kind, member: toTypeId("mem", entry.memberId), points: preview.points },
      });
      return { ...preview, reversalId, reversedAt: reversedAt.toISOString() };
    },
  );
  if (reversed.kind === "transfer_out" && ctx.tx === undefined) await deliver(ctx, [reversed.reversalId]);
  return reversed;
}

/**
 * What reversing would do as things are now. It locks nothing and writes nothing.
 * @throws as reverseEntry
 */
export async function previewReversal(ctx: Ctx, causeId: string): Promise<ReversalPreview> {
  requirePermission(ctx, "points:reverse");
  return withTx(ctx, async (tx) => {
    const reversal = await prepare(tx, ctx, causeId, "");
    const { entry } = reversal;
    if (entry.kind === "transfer_out") return previewTransferReversal(tx, ctx, reversal);
    return lookAhead(tx, ctx, partyOf(entry), async (desk) => {
      const earning = await earningOf(tx, ctx.programId, entry);
      await requirePartyThere(tx, ctx.programId, entry);
      return measure(desk, reversal, () => undoEntry(desk, { ...reversal, earning })).preview;
    });
  });
}

async function prepare(tx: Tx, ctx: Ctx, causeId: string, reason: string): Promise<Reversal> {
  const entry = await findEntry(tx, ctx.programId, causeId);
  requireReversible(entry);
  const { subject } = entry.outcome;
  if (subject.type === "spend" && subject.redemptionId !== undefined) throw new SpentOnRedemption();
  const { locale, pointType, ledgerPolicy } = await readProgram(ctx.programId, tx);
  const wording = { locale, pointName: pointType.name };
  return { entry, reversalId: newId(), reason, graceDays: ledgerPolicy.graceDays, wording };
}

/** A pool ends under the lock of its lane, so whoever holds that knows whether it is still there. */
async function requirePartyThere(tx: Tx, programId: string, { memberId }: PostedEntry): Promise<void> {
  if (await isDissolvedPool(tx, programId, memberId)) {
    throw new NotReversible("The pool has been dissolved. Adjust the points of its members instead.");
  }
}

async function findEntry(tx: Tx, programId: string, causeId: string): Promise<PostedEntry> {
  const entry = await readEntry(tx, programId, causeId);
  if (entry === null) throw new NotFound("entry");
  return entry;
}

function partyOf({ memberId, lane, transfers }: PostedEntry) {
  return { memberId, lane, lotNumbers: transfers.flatMap(({ lotNo }) => lotNo ?? []) };
}

async function reverse(tx: Tx, ctx: Ctx, desk: Desk, reversal: Reversal): Promise<ReversalPreview> {
  const { entry } = reversal;
  const earning = await earningOf(tx, ctx.programId, entry);
  const isEarning = earning !== null && entry.kind !== "return";
  const benefits = isEarning ? await openBenefits(tx, desk, entry.memberId, earning) : null;
  const { preview, undone } = measure(desk, reversal, () =>
    undoEntry(desk, { ...reversal, earning, benefits }),
  );
  if (benefits !== null) await writeBenefits(tx, ctx.programId, benefits.close(), desk.now);
  if (earning !== null) {
    await rollBackRecords(tx, desk.lane, entry.memberId, undone);
    await noteReturns(tx, ctx.programId, undone.returnedLines, desk.now);
    await rollBackHistory(tx, desk.lane, entry.memberId, earning, undone);
  }
  return preview;
}

/** What earned the points of an event, or of the purchase that a return is of. */
async function earningOf(tx: Tx, programId: string, entry: PostedEntry): Promise<Earning | null> {
  const { subject } = entry.outcome;
  switch (subject.type) {
    case "purchase":
    case "custom":
      return present(await readEarning(tx, programId, entry.causeId), "a posted event is kept");
    case "return":
      return present(await readEarning(tx, programId, subject.purchaseEventId), "a return has a purchase");
    default:
      return null;
  }
}
