import "server-only";
import { recordAudit } from "@/lib/audit";
import { actorRef } from "@/lib/auth/actor";
import { type Ctx, systemCtx } from "@/lib/auth/context";
import type { Clock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { db, type Tx, withTx } from "@/lib/db";
import {
  countJobsUnderWay,
  countUnposted,
  type DueErasure,
  lockErasure,
  namesOf,
  scrubMember,
} from "@/lib/privacy";
import { type ErasureWait, WAIT_CODES } from "@/lib/privacy/schema";
import { closeRows } from "./close-sql";
import { forfeitPoints } from "./forfeit-points";
import { settle } from "./settle";

/** Something of the member is still under way; it ends by itself, and then the erasure goes on. */
export class StillUnderWay extends AppError {
  constructor(what: ErasureWait) {
    const message = `An erasure waits: ${what}.`;
    super({ status: 409, code: WAIT_CODES[what], message, publicMessage: message });
  }
}

/**
 * Goes on with an erasure: signs the member out for good, ends their pools, holds and adjustments, waits until nothing
 * of theirs is on its way, and then, in one transaction that holds their lane, forfeits their points and takes
 * everything that tells who they were out of every table.
 * @throws StillUnderWay, and whatever the steps throw: what is done by then stays done
 */
export async function advanceErasure(due: DueErasure, clock: Clock): Promise<void> {
  const { programId, memberId } = due;
  const ctx = systemCtx(programId, "erasure", clock);
  if (due.state === "erased") return sweep(ctx, due);
  if (due.state === "waiting" && !(await close(ctx, due))) return;
  await settle(ctx, memberId);
  await withTx(ctx, (tx) => erase(tx, ctx, due), { timeoutMs: 10 * 60_000 });
}

/** From here on nothing can be asked for by the member or sent for them. @returns whether it was still wanted */
async function close(ctx: Ctx, due: DueErasure): Promise<boolean> {
  return withTx(ctx, async (tx) => {
    if ((await lockErasure(tx, due)) !== "waiting") return false;
    const { programId, erasureId, memberId } = due;
    await tx.member.update({
      where: { programId_memberId: { programId, memberId } },
      data: { status: "closed" },
    });
    await closeRows(tx, { programId, memberId, by: actorRef(ctx.actor), now: ctx.clock.now() });
    await tx.erasure.update({
      where: { programId_erasureId: { programId, erasureId } },
      data: { state: "closing" },
    });
    return true;
  });
}

async function erase(tx: Tx, ctx: Ctx, due: DueErasure): Promise<void> {
  const { programId, erasureId, memberId } = due;
  if ((await lockErasure(tx, due)) !== "closing") return;
  await requireRest(tx, programId, memberId);
  const pointsForfeited = await forfeitPoints(tx, ctx, memberId);
  // Behind the lock of the lane nothing is posted any more; what came in before is seen here.
  await requireRest(tx, programId, memberId);
  const counts = await scrubMember(tx, ctx, memberId);
  const finishedAt = ctx.clock.now();
  await tx.erasure.update({
    where: { programId_erasureId: { programId, erasureId } },
    data: { state: "erased", finishedAt, pointsForfeited, attempts: 0, retryAt: null, error: null },
  });
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  await recordAudit(tx, ctx, {
    action: "member.erased",
    target: toTypeId("mem", memberId),
    detail: { pointsForfeited, rows },
  });
}

/** @throws StillUnderWay */
async function requireRest(tx: Tx, programId: string, memberId: string): Promise<void> {
  if ((await countUnposted(tx, programId, memberId)) > 0) throw new StillUnderWay("events");
  const names = await namesOf(tx, programId, memberId);
  if (names !== null && (await countJobsUnderWay(tx, programId, names)) > 0) {
    throw new StillUnderWay("file");
  }
  const open = await tx.redemption.count({
    where: { programId, memberId, state: { in: ["requested", "reserved"] } },
  });
  const held = await tx.hold.count({ where: { programId, memberId, state: "open" } });
  if (open + held > 0) throw new StillUnderWay("order");
}

/** Looks once more for what was on its way in while the member left. */
async function sweep(ctx: Ctx, due: DueErasure): Promise<void> {
  await withTx(ctx, async (tx) => {
    const { programId, erasureId, memberId } = due;
    if ((await lockErasure(tx, due)) !== "erased") return;
    await scrubMember(tx, ctx, memberId);
    await tx.erasure.update({
      where: { programId_erasureId: { programId, erasureId } },
      data: { sweptAt: ctx.clock.now() },
    });
  });
}

/** Notes that an erasure could not go on, and when it is tried again. */
export async function putOff(due: DueErasure, clock: Clock, error: string): Promise<void> {
  const { programId, erasureId, attempts } = due;
  const waitMs = Math.min(60 * 60_000, 30_000 * 2 ** Math.min(attempts, 7));
  await db().erasure.updateMany({
    where: { programId, erasureId, state: { in: ["waiting", "closing"] } },
    data: { attempts: attempts + 1, error, retryAt: new Date(clock.now().getTime() + waitMs) },
  });
}
