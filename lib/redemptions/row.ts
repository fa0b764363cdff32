import { NotFound } from "@/lib/core/errors";
import { Prisma, type Tx } from "@/lib/db";
import type { Fulfilment } from "@/lib/rewards/schema";
import {
  type Delivery,
  delivery,
  type RedemptionChannel,
  type RedemptionState,
  type RewardSnapshot,
  rewardSnapshot,
} from "./schema";

/** A redemption as it is kept. Points and minor units are numbers; ids are UUIDs. */
export type RedemptionRow = {
  redemptionId: string;
  memberId: string;
  rewardId: string;
  partnerId: string | null;
  state: RedemptionState;
  fulfilment: Fulfilment;
  reward: RewardSnapshot;
  points: number;
  amountMinor: number;
  costMinor: number;
  holdId: string | null;
  spendId: string | null;
  voucherId: string | null;
  channel: RedemptionChannel;
  delivery: Delivery | null;
  reference: string | null;
  partnerReference: string | null;
  closingNote: string | null;
  createdAt: Date;
  expiresAt: Date | null;
  acceptedAt: Date | null;
  shippedAt: Date | null;
  fulfilledAt: Date | null;
  closedAt: Date | null;
};

type Stored = Prisma.RedemptionGetPayload<Record<string, never>>;

export function toRow({ programId: _, ...stored }: Stored): RedemptionRow {
  return {
    ...stored,
    channel: stored.channel as RedemptionChannel,
    reward: rewardSnapshot.parse(stored.reward),
    delivery: stored.delivery === null ? null : delivery.parse(stored.delivery),
    points: Number(stored.points),
    amountMinor: Number(stored.amountMinor),
    costMinor: Number(stored.costMinor),
  };
}

/** @throws NotFound */
export async function readRow(tx: Tx, programId: string, redemptionId: string): Promise<RedemptionRow> {
  const stored = await tx.redemption.findUnique({
    where: { programId_redemptionId: { programId, redemptionId } },
  });
  if (stored === null) throw new NotFound("redemption");
  return toRow(stored);
}

/** Adds a redemption. */
export async function insertRow(tx: Tx, programId: string, row: RedemptionRow): Promise<void> {
  await tx.redemption.create({ data: { programId, ...row, delivery: row.delivery ?? Prisma.DbNull } });
}

/** Writes what can change of one; whoever does holds the lane of its member. */
export async function updateRow(tx: Tx, programId: string, row: RedemptionRow): Promise<void> {
  const { redemptionId, state, spendId, voucherId, partnerReference, closingNote } = row;
  const { expiresAt, acceptedAt, shippedAt, fulfilledAt, closedAt } = row;
  await tx.redemption.update({
    where: { programId_redemptionId: { programId, redemptionId } },
    data: {
      state,
      spendId,
      voucherId,
      partnerReference,
      closingNote,
      expiresAt,
      acceptedAt,
      shippedAt,
      fulfilledAt,
      closedAt,
    },
  });
}
