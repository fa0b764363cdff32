import { recordAudit } from "@/lib/audit";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import type { Prisma, Tx } from "@/lib/db";
import { emit } from "@/lib/outbox";
import { topicOf } from "./events";
import { insertRow, type RedemptionRow, updateRow } from "./row";
import type { RedemptionState, StepName } from "./schema";
import { nextState, type RedemptionCommand } from "./states";

/** What a step keeps besides its name; nothing in it is personal. */
export type StepDetail = Prisma.InputJsonObject;

type Step = { what: StepName; state: RedemptionState; detail: StepDetail };

/** What cannot be done with a redemption in its state, in words. */
const CLOSED: Record<RedemptionState, string> = {
  requested: "This redemption still waits for its payment.",
  reserved: "This redemption has not been fulfilled yet.",
  fulfilled: "This redemption has been fulfilled.",
  cancelled: "This redemption was called off.",
  failed: "This redemption came to nothing.",
  reversed: "This redemption was taken back.",
};

/** Its state does not allow what was asked for. */
export class RedemptionStateConflict extends Conflict {
  constructor(state: RedemptionState) {
    super(`redemption_${state}`, CLOSED[state]);
  }
}

/**
 * A redemption that is being worked on at the desk of its member's lane: moves it on, step by step, and writes all of
 * it at the end, with audit and outbox.
 */
export class RedemptionFile {
  readonly row: RedemptionRow;
  readonly #isNew: boolean;
  readonly #now: Date;
  readonly #steps: Step[] = [];
  /** States that it has left again since it was read. */
  readonly #passed: RedemptionState[] = [];
  readonly #readState: RedemptionState;

  private constructor(row: RedemptionRow, now: Date, isNew: boolean) {
    this.row = row;
    this.#now = now;
    this.#isNew = isNew;
    this.#readState = row.state;
  }

  /** One that is just being asked for. */
  static open(row: Omit<RedemptionRow, "state">, now: Date, detail: StepDetail = {}): RedemptionFile {
    const file = new RedemptionFile({ ...row, state: "requested" }, now, true);
    file.note("requested", detail);
    return file;
  }

  /** One that is there already; the lane of its member is held. */
  static of(row: RedemptionRow, now: Date): RedemptionFile {
    return new RedemptionFile({ ...row }, now, false);
  }

  /** Moves it on. @throws RedemptionStateConflict where its state does not allow that */
  move(command: RedemptionCommand, what: StepName, detail: StepDetail = {}): void {
    const next = nextState(this.row.state, command);
    if (next === null) throw new RedemptionStateConflict(this.row.state);
    if (this.row.state !== this.#readState && this.row.state !== next) this.#passed.push(this.row.state);
    this.row.state = next;
    if (next === "fulfilled") this.row.fulfilledAt = this.#now;
    if (next === "cancelled" || next === "failed" || next === "reversed") this.row.closedAt = this.#now;
    if (next !== "requested" && next !== "reserved") this.row.expiresAt = null;
    this.note(what, detail);
  }

  /** Whether it could be moved on. */
  require(command: RedemptionCommand): void {
    if (nextState(this.row.state, command) === null) throw new RedemptionStateConflict(this.row.state);
  }

  /** Keeps what happened without moving it. */
  note(what: StepName, detail: StepDetail = {}): void {
    this.#steps.push({ what, state: this.row.state, detail });
  }

  /** Writes the redemption, its steps, an audit entry for each, and an outbox message for each state it came to. */
  async save(tx: Tx, ctx: Ctx): Promise<void> {
    const { programId } = ctx;
    const { row } = this;
    const { redemptionId } = row;
    const before = this.#isNew
      ? 0
      : ((
          await tx.redemptionStep.aggregate({
            where: { programId, redemptionId },
            _max: { stepNo: true },
          })
        )._max.stepNo ?? 0);
    if (this.#isNew) await insertRow(tx, programId, row);
    else {
      // The database sees each state that it came through, and holds it to its course.
      for (const state of this.#passed) {
        await tx.redemption.update({
          where: { programId_redemptionId: { programId, redemptionId } },
          data: { state },
        });
      }
      await updateRow(tx, programId, row);
    }
    const actor = actorRef(ctx.actor);
    await tx.redemptionStep.createMany({
      data: this.#steps.map(({ what, state, detail }, index) => ({
        programId,
        redemptionId,
        stepNo: before + index + 1,
        state,
        what,
        actor,
        detail,
        at: this.#now,
      })),
    });
    for (const { what, state } of this.#steps) {
      await recordAudit(tx, ctx, {
        action: `redemption.${what}`,
        target: toTypeId("red", redemptionId),
        detail: { member: toTypeId("mem", row.memberId), reward: toTypeId("rwd", row.rewardId) },
      });
      const topic = topicOf(what);
      if (topic === null) continue;
      await emit(tx, ctx, topic, {
        redemptionId,
        memberId: row.memberId,
        rewardId: row.rewardId,
        partnerId: row.partnerId,
        state,
        points: row.points,
        amountMinor: row.amountMinor,
        channel: row.channel,
      });
    }
  }
}
