import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import type { Ctx } from "@/lib/auth/context";
import { present } from "@/lib/core/assert";
import { driver } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import { type DecisionOutcome, explain, readOutcome, reasonInWords } from "@/lib/wallet";
import { postTogether } from "./post-together";
import { readStanding } from "./sql";

/** How long a caller waits for the lane of its event. */
const PATIENCE_MS = 4_000;
/** Between two looks while somebody else posts the lane. */
const LOOK_AGAIN_MS = 15;

/** Where an event stands. */
export type Standing =
  | { status: "queued" }
  | { status: "dead"; code: string; message: string }
  | {
      status: "posted";
      points: number;
      balanceAfter: number;
      /** In one line, what it was for. */
      reason: string;
      explanation: { title: string; points: number; reason: string }[];
      campaigns: DecisionOutcome["campaigns"];
    };

/**
 * Posts the lane of an accepted event here and now and tells what the event led to. Where others are posting the
 * lane it waits for them, for a few seconds at most: then the event is still `queued` and will be posted all the
 * same.
 * @param eventId an event of the program
 */
export async function postNow(ctx: Ctx, eventId: string): Promise<Standing> {
  const { programId, clock } = ctx;
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const row = present(
      await readStanding(driver(), programId, eventId),
      "an accepted event is in the program",
    );
    if (row.outcome !== null) {
      return postedAs(ctx, {
        points: Number(row.points),
        balanceAfter: Number(row.balanceAfter),
        outcome: row.outcome,
      });
    }
    if (row.code !== null) return { status: "dead", code: row.code, message: row.message ?? row.code };
    if (performance.now() > deadline) return { status: "queued" };
    const report = await postTogether({ programId, lane: row.lane, clock });
    if (report === null) await pause(LOOK_AGAIN_MS);
  }
}

/**
 * What a posted event led to, in words.
 * @param decision `outcome` as it is stored
 */
export async function postedAs(
  { programId }: Pick<Ctx, "programId">,
  { points, balanceAfter, outcome: stored }: { points: number; balanceAfter: number; outcome: unknown },
): Promise<Standing> {
  const outcome = await readOutcome({ programId, tx: driver() }, stored);
  const { locale, pointType, pointTypes } = await recallProgram(programId);
  const wording = { locale, pointName: pointType.name, pointTypes };
  return {
    status: "posted",
    points,
    balanceAfter,
    reason: reasonInWords(outcome, wording),
    explanation: explain(outcome, wording),
    campaigns: outcome.campaigns,
  };
}
