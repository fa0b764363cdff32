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
      return posted(ctx, row, await readOutcome({ programId, tx: driver() }, row.outcome));
    }
    if (row.code !== null) return { status: "dead", code: row.code, message: row.message ?? row.code };
    if (performance.now() > deadline) return { status: "queued" };
    const report = await postTogether({ programId, lane: row.lane, clock });
    if (report === null) await pause(LOOK_AGAIN_MS);
  }
}

async function posted(
  ctx: Ctx,
  { points, balanceAfter }: { points: bigint | null; balanceAfter: bigint | null },
  outcome: DecisionOutcome,
): Promise<Standing> {
  const { locale, pointType, pointTypes } = await recallProgram(ctx.programId);
  const wording = { locale, pointName: pointType.name, pointTypes };
  return {
    status: "posted",
    points: Number(points),
    balanceAfter: Number(balanceAfter),
    reason: reasonInWords(outcome, wording),
    explanation: explain(outcome, wording),
    campaigns: outcome.campaigns,
  };
}
