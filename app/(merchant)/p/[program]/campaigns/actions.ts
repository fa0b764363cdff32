"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import {
  archiveCampaign,
  countAudience,
  createCampaign,
  deleteDraft,
  duplicateCampaign,
  endCampaign,
  launchCampaign,
  pauseCampaign,
  restoreVersion,
  resumeCampaign,
  saveDraft,
  sendBack as sendBackCampaign,
  submitForReview,
  unarchiveCampaign,
} from "@/lib/campaigns";
import { type CampaignDefinitionInput, campaignDefinition, sendBackInput } from "@/lib/campaigns/schema";
import { toTypeId } from "@/lib/core/ids";
import { typeId } from "@/lib/core/schema";
import { prepareAtOnce } from "@/lib/flows/prepare-history";
import { findLatestFigures } from "@/lib/simulations";

// The verbs read definitions themselves: a draft may be unfinished.
const definition = z.custom<CampaignDefinitionInput>((value) => typeof value === "object" && value !== null);
const target = z.object({ id: typeId("camp") });
const seen = target.extend({ version: z.int(), savedAt: z.iso.datetime() });

export const create = merchantAction(z.object({ definition }), "campaigns:write", async (ctx, input) => {
  const { campaignId } = await createCampaign(ctx, input);
  return { id: toTypeId("camp", campaignId) };
});

export const save = merchantAction(
  seen.extend({ definition }),
  "campaigns:write",
  async (ctx, { id, ...change }) => {
    const { version, savedAt } = await saveDraft(ctx, id, change);
    return { version, savedAt };
  },
);

export const restore = merchantAction(
  seen.extend({ restore: z.int().min(1) }),
  "campaigns:write",
  async (ctx, { id, restore: version, ...at }) => {
    const saved = await restoreVersion(ctx, id, { restore: version, seen: at });
    return { version: saved.version };
  },
);

/** What can be said of a campaign before it is launched: whom it is for, and what a simulation of it found. */
export const foresee = merchantAction(
  target.extend({ definition: campaignDefinition }),
  "campaigns:read",
  async (ctx, { id, definition: proposed }) => {
    const [reach, simulation] = await Promise.all([
      countAudience(ctx, proposed),
      findLatestFigures(ctx, id, proposed),
    ]);
    return { reach, simulation };
  },
);

export const launch = merchantAction(seen, "campaigns:launch", async (ctx, { id, version, savedAt }) => {
  const launched = await launchCampaign(ctx, id, { version, savedAt });
  await prepareAtOnce(ctx);
  return { version: launched.version };
});

export const submit = merchantAction(seen, "campaigns:write", async (ctx, { id, version, savedAt }) => {
  const { state } = await submitForReview(ctx, id, { version, savedAt });
  return { state };
});

export const sendBack = merchantAction(
  target.extend(sendBackInput.shape),
  "campaigns:write",
  async (ctx, { id, comment }) => {
    const { state } = await sendBackCampaign(ctx, id, { comment });
    return { state };
  },
);

export const pause = merchantAction(target, "campaigns:launch", async (ctx, { id }) => {
  const { state } = await pauseCampaign(ctx, id);
  return { state };
});

export const resume = merchantAction(target, "campaigns:launch", async (ctx, { id }) => {
  const { state } = await resumeCampaign(ctx, id);
  await prepareAtOnce(ctx);
  return { state };
});

export const end = merchantAction(target, "campaigns:launch", async (ctx, { id }) => {
  const { state } = await endCampaign(ctx, id);
  return { state };
});

export const duplicate = merchantAction(target, "campaigns:write", async (ctx, { id }) => {
  const { campaignId } = await duplicateCampaign(ctx, id);
  return { id: toTypeId("camp", campaignId) };
});

export const remove = merchantAction(target, "campaigns:write", (ctx, { id }) => deleteDraft(ctx, id));

export const archive = merchantAction(target, "campaigns:write", (ctx, { id }) => archiveCampaign(ctx, id));

export const unarchive = merchantAction(target, "campaigns:write", (ctx, { id }) =>
  unarchiveCampaign(ctx, id),
);
