import { actorRef } from "@/lib/auth/actor";
import { readPersonBehind } from "@/lib/auth/actor-names";
import type { Ctx } from "@/lib/auth/context";
import { type DoneAlone, lockPerson, readDoneAlone } from "@/lib/auth/done-alone-sql";
import type { Tx } from "@/lib/db";
import { beginningOfWindow, type ProgramDto, readThresholds } from "@/lib/programs";
import { aloneBefore } from "./schema";

/**
 * Whether somebody may adjust so many points of a member without a second person. What they are doing at the same time
 * elsewhere waits here until this one is written.
 * @returns null where they may; otherwise what they had done alone that counts towards it, which may be nothing
 */
export async function examineAlone(
  tx: Tx,
  ctx: Ctx,
  { programId, ledgerPolicy: { adjustments } }: ProgramDto,
  { memberId, points }: { memberId: string; points: number },
): Promise<DoneAlone | null> {
  const person = await readPersonBehind(tx, programId, actorRef(ctx.actor));
  await lockPerson(tx, programId, person);
  const now = ctx.clock.now();
  const thresholds = await readThresholds(tx, { programId, adjustments }, now);
  const done = await readDoneAlone(tx, programId, { person, memberId, since: beginningOfWindow(now) });
  return aloneBefore({ ...thresholds, ...done }, points);
}
