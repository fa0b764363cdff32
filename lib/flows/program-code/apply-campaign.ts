import "server-only";
import type { Ctx } from "@/lib/auth/context";
import {
  createCampaign,
  deleteDraft,
  endCampaign,
  launchCampaign,
  pauseCampaign,
  readCampaign,
  resumeCampaign,
  saveDraft,
  sendBack,
  submitForReview,
} from "@/lib/campaigns";
import type { CampaignDefinitionInput, CampaignDto } from "@/lib/campaigns/schema";
import { present } from "@/lib/core/assert";
import { Conflict } from "@/lib/core/errors";
import { canonicalJson } from "@/lib/core/hash";
import type { CodeCampaign } from "@/lib/program-code";
import { readProgram } from "@/lib/programs";
import { type CampaignRow, selectCampaignRows } from "./sql";

type Definition = CodeCampaign["definition"];

/**
 * Makes one campaign of the program what the document says: created, changed, launched, paused. Where the program asks
 * for a second person it is submitted for review instead of launched.
 * @throws Conflict `campaign_over`, `already_launched`, and whatever launching throws
 */
export async function applyCampaign(ctx: Ctx, wanted: CodeCampaign): Promise<void> {
  const row = await findRow(ctx, wanted.key);
  if (row === undefined) {
    const { campaignId } = await createCampaign(ctx, {
      definition: asInput(wanted.definition),
      key: wanted.key,
    });
    if (wanted.state !== "draft") await launch(ctx, campaignId, wanted);
    return;
  }
  if (row.state === "ended" || row.state === "archived") {
    throw new Conflict(
      "campaign_over",
      `The campaign “${wanted.key}” is over. Give the one in the file another key.`,
    );
  }
  const { campaignApproval } = await readProgram(ctx.programId, ctx.tx);
  // Whoever reviews it goes on doing so.
  if (
    campaignApproval &&
    row.isInReview &&
    wanted.state !== "draft" &&
    isAlike(newestOf(row), wanted.definition)
  ) {
    return;
  }
  if (row.isInReview) await sendBack(ctx, row.campaignId, { comment: "The program’s file says otherwise." });
  const isLaunched = row.state !== "draft" && row.state !== "in_review";
  if (isLaunched && wanted.state === "draft") {
    throw new Conflict(
      "already_launched",
      `The campaign “${wanted.key}” is launched and cannot become a draft again.`,
    );
  }
  const isSame = isAlike(row.definition, wanted.definition);
  if (!isSame) await save(ctx, row.campaignId, wanted.definition);
  if (wanted.state === "draft") return;
  if (!isSame || !isLaunched) await launch(ctx, row.campaignId, wanted);
  else await goOn(ctx, row, wanted);
}

/** Ends a campaign that the document does not have, or deletes it where it was never launched. */
export async function removeCampaign(ctx: Ctx, key: string): Promise<void> {
  const { campaignId, state, isInReview } = present(await findRow(ctx, key), "the program has the campaign");
  if (isInReview) await sendBack(ctx, campaignId, { comment: "The program’s file does not have it." });
  if (state === "draft" || state === "in_review") await deleteDraft(ctx, campaignId);
  else await endCampaign(ctx, campaignId);
}

async function findRow(ctx: Ctx, key: string): Promise<CampaignRow | undefined> {
  const tx = present(ctx.tx, "a document is applied in one transaction");
  const rows = await selectCampaignRows(tx, ctx.programId);
  return rows.find((row) => row.key === key);
}

async function launch(ctx: Ctx, campaignId: string, { state, draft }: CodeCampaign): Promise<void> {
  const { campaignApproval } = await readProgram(ctx.programId, ctx.tx);
  if (campaignApproval) {
    await submitForReview(ctx, campaignId);
    return;
  }
  await launchCampaign(ctx, campaignId);
  if (state === "paused") await pauseCampaign(ctx, campaignId);
  if (draft !== undefined) await save(ctx, campaignId, draft);
}

/** A campaign whose rules stay as they are: its state and its changes since the launch. */
async function goOn(ctx: Ctx, row: CampaignRow, { state, draft }: CodeCampaign): Promise<void> {
  const { campaignId } = row;
  const isPaused = row.state === "paused";
  if (state === "paused" && !isPaused) await pauseCampaign(ctx, campaignId);
  if (state === "active" && isPaused) await resumeCampaign(ctx, campaignId);
  if (draft === undefined && row.draft !== null) await deleteDraft(ctx, campaignId);
  if (draft !== undefined && !isAlike(row.draft, draft)) await save(ctx, campaignId, draft);
}

async function save(ctx: Ctx, campaignId: string, definition: Definition): Promise<void> {
  const { version, savedAt }: CampaignDto = await readCampaign(ctx, campaignId);
  await saveDraft(ctx, campaignId, { version, savedAt, definition: asInput(definition) });
}

/** Verbs read definitions themselves, and say what is wrong with them. */
function asInput(definition: Definition): CampaignDefinitionInput {
  return definition as CampaignDefinitionInput;
}

function newestOf({ definition, draft }: CampaignRow): Definition {
  return draft ?? definition;
}

function isAlike(one: Definition | null, other: Definition): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
