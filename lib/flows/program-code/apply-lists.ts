import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { changeGroup, createGroup, orderGroups, removeGroup } from "@/lib/campaign-groups";
import { removeTier } from "@/lib/flows/drop-list";
import type { CodeChange, ProgramDocument } from "@/lib/program-code";
import { changeCategory, createCategory, orderCategories, removeCategory } from "@/lib/rewards";
import { createSponsor, removeSponsor, renameSponsor } from "@/lib/sponsors";
import { createTier, orderTiers, renameTier } from "@/lib/tiers";
import { applyRewardOrder } from "./apply-catalogue";
import { wanted } from "./wanted";

/** Puts what a document lists into the order in which it lists it. */
export async function applyOrder(
  ctx: Ctx,
  kind: CodeChange["kind"],
  { tiers, groups, categories = [], rewards = [] }: ProgramDocument,
): Promise<void> {
  if (kind === "tier") await orderTiers(ctx, { codes: tiers.map(({ code }) => code) });
  else if (kind === "group") await orderGroups(ctx, { codes: groups.map(({ code }) => code) });
  else if (kind === "reward category")
    await orderCategories(ctx, { codes: categories.map(({ code }) => code) });
  else if (kind === "reward") await applyRewardOrder(ctx, rewards);
}

export async function applyTier(
  ctx: Ctx,
  action: CodeChange["action"],
  code: string,
  tiers: ProgramDocument["tiers"],
): Promise<void> {
  if (action === "remove") await removeTier(ctx, code);
  else if (action === "add") await createTier(ctx, wanted(tiers, code));
  else await renameTier(ctx, code, { name: wanted(tiers, code).name });
}

export async function applyGroup(
  ctx: Ctx,
  action: CodeChange["action"],
  code: string,
  groups: ProgramDocument["groups"],
): Promise<void> {
  if (action === "remove") await removeGroup(ctx, code);
  else if (action === "add") await createGroup(ctx, wanted(groups, code));
  else {
    const { name, policy } = wanted(groups, code);
    await changeGroup(ctx, code, { name, policy });
  }
}

export async function applySponsor(
  ctx: Ctx,
  action: CodeChange["action"],
  code: string,
  sponsors: ProgramDocument["sponsors"],
): Promise<void> {
  if (action === "remove") await removeSponsor(ctx, code);
  else if (action === "add") await createSponsor(ctx, wanted(sponsors, code));
  else await renameSponsor(ctx, code, { name: wanted(sponsors, code).name });
}

export async function applyCategory(
  ctx: Ctx,
  action: CodeChange["action"],
  code: string,
  categories: NonNullable<ProgramDocument["categories"]>,
): Promise<void> {
  if (action === "remove") await removeCategory(ctx, code);
  else if (action === "add") await createCategory(ctx, wanted(categories, code));
  else {
    const { name, names } = wanted(categories, code);
    await changeCategory(ctx, code, { name, names });
  }
}
