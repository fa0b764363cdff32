import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { present } from "@/lib/core/assert";
import { toTypeId } from "@/lib/core/ids";
import { db, type Tx, withTx } from "@/lib/db";
import { emit } from "@/lib/outbox";
import { countersOf } from "../evaluation/count-alone";
import { selectLaneCounters, selectProgramInPreparation, selectWaiting } from "../evaluation/counter-sql";
import { CAMPAIGN_PREPARED, type CampaignMessage } from "../events";
import type { Preparation } from "../schema";
import { lockRuleSetVersion } from "../sql";
import { publishRuleSet } from "./publish-rule-set";

/** A program with campaigns that wait for their history, the next in the order of ids; null: there is none after. */
export async function nextInPreparation(after: string | null): Promise<string | null> {
  return selectProgramInPreparation(db(), after);
}

/**
 * The numbers of the counters that the program's waiting campaigns ask for, and the lanes that have to keep them.
 * @throws Forbidden
 */
export async function countersInPreparation(ctx: Ctx): Promise<{ counters: number[]; lanes: number[] }> {
  requirePermission(ctx, "campaigns:launch");
  const tx = ctx.tx ?? db();
  const waiting = await listWaiting(tx, ctx.programId);
  if (waiting.length === 0) return { counters: [], lanes: [] };
  const lanes = await selectLaneCounters(tx, ctx.programId);
  return {
    counters: [...new Set(waiting.flatMap(({ counters }) => counters))],
    lanes: lanes.map(({ lane }) => lane),
  };
}

/** How far the counting for each of the program's waiting campaigns has got. */
export async function preparations(tx: Tx, programId: string): Promise<Map<string, Preparation>> {
  const waiting = await listWaiting(tx, programId);
  if (waiting.length === 0) return new Map();
  const lanes = await selectLaneCounters(tx, programId);
  return new Map(
    waiting.map(({ campaignId, counters }) => {
      const done = lanes.filter((lane) => counters.every((counterNo) => lane.counters[counterNo] === null));
      return [campaignId, { done: done.length, of: lanes.length }];
    }),
  );
}

/** The campaigns that wait, with the numbers of the counters that they ask. */
async function listWaiting(tx: Tx, programId: string) {
  const waiting = await selectWaiting(tx, programId);
  if (waiting.length === 0) return [];
  const asked = waiting.map(({ definition, ...campaign }) => ({
    ...campaign,
    keys: countersOf(definition).map(({ key }) => key),
  }));
  const numbered = await tx.counter.findMany({
    where: { programId, key: { in: asked.flatMap(({ keys }) => keys) } },
    select: { key: true, counterNo: true },
  });
  const numbers = new Map(numbered.map(({ key, counterNo }) => [key, counterNo]));
  return asked.map(({ keys, ...campaign }) => ({
    ...campaign,
    counters: keys.map((key) => present(numbers.get(key), "a launched campaign's counters have numbers")),
  }));
}

/**
 * Puts campaigns into force whose history has been counted in all lanes. Whoever else has done so already changes
 * nothing about it.
 * @returns the rule set in force from now on; null where no campaign was ready
 * @throws Forbidden
 */
export async function publishPrepared(ctx: Ctx): Promise<number | null> {
  requirePermission(ctx, "campaigns:launch");
  const { programId } = ctx;
  return withTx(ctx, async (tx) => {
    await lockRuleSetVersion(tx, programId);
    const progress = await preparations(tx, programId);
    const waiting = await selectWaiting(tx, programId);
    const ready = waiting.filter(({ campaignId }) => isDone(progress.get(campaignId)));
    if (ready.length === 0) return null;
    const ruleSetVersion = await publishRuleSet(tx, ctx);
    for (const { campaignId, version } of ready) {
      await recordAudit(tx, ctx, {
        action: CAMPAIGN_PREPARED,
        target: toTypeId("camp", campaignId),
        detail: { version, ruleSetVersion },
      });
      const message: CampaignMessage = { campaignId, version, ruleSetVersion };
      await emit(tx, ctx, CAMPAIGN_PREPARED, message);
    }
    return ruleSetVersion;
  });
}

function isDone(progress: Preparation | undefined): boolean {
  return progress !== undefined && progress.done === progress.of;
}
