import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { changeGroup, createGroup, orderGroups, removeGroup } from "@/lib/campaign-groups";
import { present } from "@/lib/core/assert";
import { Conflict, Invalid } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { fieldErrors } from "@/lib/core/schema";
import { type Tx, withTx } from "@/lib/db";
import { type CodeChange, type CodePlan, type ProgramDocument, planChanges } from "@/lib/program-code";
import { programDocument } from "@/lib/program-code/schema";
import {
  createPointType,
  setBrand,
  setCampaignApproval,
  setLedgerPolicy,
  updatePointType,
} from "@/lib/programs";
import { setReferralPolicy } from "@/lib/referrals";
import { changeCategory, createCategory, orderCategories, removeCategory } from "@/lib/rewards";
import { createSegment, updateSegment } from "@/lib/segments";
import { createSponsor, removeSponsor, renameSponsor } from "@/lib/sponsors";
import { createTier, orderTiers, removeTier, renameTier } from "@/lib/tiers";
import { write } from "@/lib/write";
import { applyCampaign, removeCampaign } from "./apply-campaign";
import { exportProgram } from "./export-program";
import { lockProgram } from "./sql";

/** Kinds whose order says something. */
const ORDERED: ReadonlySet<CodeChange["kind"]> = new Set(["tier", "group", "reward category"]);

/** A document may launch hundreds of campaigns. */
const LONGEST_MS = 300_000;

/**
 * What applying a document would do to the program, change by change and in words. It changes nothing.
 * @throws Forbidden; Invalid with a pointer to each part that is not as documents have it
 */
export async function planProgram(ctx: Ctx, input: unknown): Promise<CodePlan> {
  requirePermission(ctx, "program:manage");
  return planChanges(await exportProgram(ctx), readDocument(input));
}

/**
 * Makes the program what a document says, in one transaction: all of it or nothing. Every part is changed by the verb
 * that changes it otherwise, so that the same rules hold and the audit log shows each. Applying the same document
 * again does nothing.
 * @returns what was done
 * @throws Forbidden; Invalid; whatever the changes throw, a Conflict where something is in use
 */
export async function applyProgram(ctx: Ctx, input: unknown): Promise<CodePlan> {
  const document = readDocument(input);
  const { idempotencyKey: _key, operation: _operation, ...rest } = ctx;
  const spec = { permission: "program:manage", request: document } as const;
  const apply = async (tx: Tx) => {
    const own: Ctx = { ...rest, tx };
    await lockProgram(tx, ctx.programId);
    const plan = planChanges(await exportProgram(own), document);
    for (const change of inOrderOfNeed(plan.changes)) await applyChange(own, change, document);
    if (plan.changes.length > 0) {
      await recordAudit(tx, own, {
        action: "program_code.applied",
        target: toTypeId("prog", ctx.programId),
        detail: { changes: plan.changes.map(({ action, kind, code }) => `${action} ${kind} ${code}`) },
      });
    }
    return plan;
  };
  return withTx(ctx, (tx) => write({ ...ctx, tx }, spec, apply), { timeoutMs: LONGEST_MS });
}

function readDocument(input: unknown): ProgramDocument {
  const parsed = programDocument.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new Invalid("This is not the document of a program.", fieldErrors(parsed.error));
}

/**
 * What campaigns name comes before them, what they named goes after them. Whether a second person is asked comes last:
 * what the document launches is launched by the rule that holds while it is applied.
 */
function inOrderOfNeed(changes: readonly CodeChange[]): CodeChange[] {
  const rank = ({ action, kind }: CodeChange): number => {
    if (kind === "setting") return 5;
    if (kind === "campaign") return action === "remove" ? 2 : 3;
    return action === "remove" ? 4 : 1;
  };
  // Orders name all that there is, so they follow what is added and what is removed.
  const isOrder = ({ code, kind, action }: CodeChange) =>
    code === "order" && action === "change" && ORDERED.has(kind);
  const place = (change: CodeChange) => (isOrder(change) ? 4.5 : rank(change));
  return [...changes].sort((one, other) => place(one) - place(other));
}

async function applyChange(
  ctx: Ctx,
  { action, kind, code, fields }: CodeChange,
  document: ProgramDocument,
): Promise<void> {
  switch (kind) {
    case "setting":
      return applySettings(ctx, fields, document.settings);
    case "point type": {
      const { code: _code, spendable: _spendable, ...change } = wanted(document.pointTypes, code);
      if (fields.some(({ path }) => path === "spendable")) {
        throw new Conflict(
          "point_type_is_fixed",
          `Whether the points “${code}” can be spent is decided when they are made, and stays.`,
        );
      }
      await (action === "add"
        ? createPointType(ctx, wanted(document.pointTypes, code))
        : updatePointType(ctx, code, change));
      return;
    }
    case "tier":
      return applyTier(ctx, action, code, document.tiers);
    case "segment": {
      const { name, description, ...segment } = wanted(document.segments, code);
      await (action === "add"
        ? createSegment(ctx, { ...segment, name, description })
        : updateSegment(ctx, code, { name, description }));
      return;
    }
    case "group":
      return applyGroup(ctx, action, code, document.groups);
    case "sponsor":
      return applySponsor(ctx, action, code, document.sponsors);
    case "reward category":
      return applyCategory(ctx, action, code, document.categories ?? []);
    case "campaign": {
      if (action === "remove") return removeCampaign(ctx, code);
      const campaign = document.campaigns.find(({ key }) => key === code);
      return applyCampaign(ctx, present(campaign, "the document has what it adds or changes"));
    }
  }
}

/** Those settings that differ, each by its own verb. */
async function applySettings(
  ctx: Ctx,
  fields: CodeChange["fields"],
  { ledger, brand, referrals, campaignApproval }: ProgramDocument["settings"],
): Promise<void> {
  const differs = (part: string) => fields.some(({ path }) => path === part || path.startsWith(`${part} `));
  if (differs("ledger")) await setLedgerPolicy(ctx, ledger);
  if (brand !== undefined && differs("brand")) {
    const { name, logoImageId, cardImageId } = await readOwnBrand(
      present(ctx.tx, "settings are applied in a transaction"),
      ctx.programId,
    );
    await setBrand(ctx, { ...brand, name, logo: logoImageId, cardImage: cardImageId });
  }
  if (referrals !== undefined && differs("referrals")) await setReferralPolicy(ctx, referrals);
  if (differs("campaignApproval")) await setCampaignApproval(ctx, campaignApproval);
}

/** What of a program's looks is its own affair. */
async function readOwnBrand(tx: Tx, programId: string) {
  return tx.program.findUniqueOrThrow({
    where: { programId },
    select: { name: true, logoImageId: true, cardImageId: true },
  });
}

function wanted<Item extends { code: string }>(items: readonly Item[], code: string): Item {
  return present(
    items.find((item) => item.code === code),
    "the document has what it adds or changes",
  );
}

async function applyTier(
  ctx: Ctx,
  action: CodeChange["action"],
  code: string,
  tiers: ProgramDocument["tiers"],
): Promise<void> {
  if (action === "remove") await removeTier(ctx, code);
  else if (action === "add") await createTier(ctx, wanted(tiers, code));
  else if (code === "order") await orderTiers(ctx, { codes: tiers.map((tier) => tier.code) });
  else await renameTier(ctx, code, { name: wanted(tiers, code).name });
}

async function applyGroup(
  ctx: Ctx,
  action: CodeChange["action"],
  code: string,
  groups: ProgramDocument["groups"],
): Promise<void> {
  if (action === "remove") await removeGroup(ctx, code);
  else if (action === "add") await createGroup(ctx, wanted(groups, code));
  else if (code === "order") await orderGroups(ctx, { codes: groups.map((group) => group.code) });
  else {
    const { name, policy } = wanted(groups, code);
    await changeGroup(ctx, code, { name, policy });
  }
}

async function applySponsor(
  ctx: Ctx,
  action: CodeChange["action"],
  code: string,
  sponsors: ProgramDocument["sponsors"],
): Promise<void> {
  if (action === "remove") await removeSponsor(ctx, code);
  else if (action === "add") await createSponsor(ctx, wanted(sponsors, code));
  else await renameSponsor(ctx, code, { name: wanted(sponsors, code).name });
}

async function applyCategory(
  ctx: Ctx,
  action: CodeChange["action"],
  code: string,
  categories: NonNullable<ProgramDocument["categories"]>,
): Promise<void> {
  if (action === "remove") await removeCategory(ctx, code);
  else if (action === "add") await createCategory(ctx, wanted(categories, code));
  else if (code === "order") await orderCategories(ctx, { codes: categories.map((each) => each.code) });
  else {
    const { name, names } = wanted(categories, code);
    await changeCategory(ctx, code, { name, names });
  }
}
