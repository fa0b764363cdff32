import { BenefitBook, loadProgress, loadStanding } from "@/lib/benefits";
import type { Tx } from "@/lib/db";
import { readAwaited } from "@/lib/occasions";
import { loadSegments } from "@/lib/segments";
import type { Desk } from "@/lib/wallet";
import { loadMembers } from "../post-events/sql";
import type { Earning } from "./sql";

/**
 * What an event gave besides points, ready to be withdrawn in the transaction that holds the member's lane.
 * @returns null where it gave nothing of the kind
 */
export async function openBenefits(
  tx: Tx,
  { lane: { programId, lane }, today }: Desk,
  memberId: string,
  { eventId, outcome }: Earning,
): Promise<BenefitBook | null> {
  if (outcome.benefits === undefined) return null;
  const standing = await loadStanding(tx, programId, [eventId]);
  const members = await loadMembers(tx, programId, [memberId]);
  const segments = await loadSegments(tx, programId, [memberId]);
  const progress = await loadProgress(tx, programId, [memberId]);
  const awaited = await readAwaited(tx, programId);
  const placed = [...members].map(
    ([id, member]) => [id, { ...member, segments: segments.get(id) ?? [] }] as const,
  );
  return new BenefitBook({ lane, members: new Map(placed), progress, standing, today, awaited });
}
