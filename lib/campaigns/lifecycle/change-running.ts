import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { present } from "@/lib/core/assert";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { emit } from "@/lib/outbox";
import type { CampaignMessage } from "../events";
import type { CampaignState } from "../schema";
import { lockRuleSetVersion } from "../sql";
import type { LockedCampaign } from "./lock-campaign";
import { publishRuleSet } from "./publish-rule-set";

/** A campaign after a change of what runs. */
export type RunningCampaign = {
  campaignId: string;
  state: CampaignState;
  version: number;
  /** The rule set in force from now on. */
  ruleSetVersion: number;
};

type RunningChange = {
  /** Outbox topic, and the action in the audit log. */
  topic: string;
  data: {
    state: CampaignState;
    /** When the schedule changes the state next. */
    changesAt: Date | null;
    liveVersion?: number;
    name?: string;
  };
  /** Whether the rule set stays as it is: the change is in the schedule, which the rules know already. */
  isInRules?: boolean;
};

/** Writes a change of what runs: the campaign, the rule set that follows from it, who did it, and the message. */
export async function changeRunning(
  tx: Tx,
  ctx: Ctx,
  campaign: LockedCampaign,
  { topic, data, isInRules = false }: RunningChange,
): Promise<RunningCampaign> {
  const { campaignId } = campaign;
  await tx.campaign.update({
    where: { programId_campaignId: { programId: ctx.programId, campaignId } },
    data: { ...data, updatedAt: ctx.clock.now() },
  });
  const ruleSetVersion = isInRules
    ? present(await lockRuleSetVersion(tx, ctx.programId), "a campaign belongs to a program")
    : await publishRuleSet(tx, ctx);
  const version = data.liveVersion ?? campaign.liveVersion ?? campaign.version;
  await recordAudit(tx, ctx, {
    action: topic,
    target: toTypeId("camp", campaignId),
    detail: { version, ruleSetVersion },
  });
  const message: CampaignMessage = { campaignId, version, ruleSetVersion };
  await emit(tx, ctx, topic, message);
  return { campaignId, state: data.state, version, ruleSetVersion };
}
