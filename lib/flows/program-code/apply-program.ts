import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { present } from "@/lib/core/assert";
import { Conflict, Invalid } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { fieldErrors } from "@/lib/core/schema";
import { type Tx, withTx } from "@/lib/db";
import {
  type CodeChange,
  type CodePlan,
  type ProgramDocument,
  planChanges,
  unknownReferences,
} from "@/lib/program-code";
import { programDocument } from "@/lib/program-code/schema";
import {
  createPointType,
  setBrand,
  setCampaignApproval,
  setLedgerPolicy,
  updatePointType,
} from "@/lib/programs";
import { setReferralPolicy } from "@/lib/referrals";
import { createSegment, updateSegment } from "@/lib/segments";
import { write } from "@/lib/write";
import { applyCampaign, removeCampaign } from "./apply-campaign";
import {
  applyPartner,
  applyPool,
  applyReward,
  differingIn,
  removeReward,
  settleRewardOrder,
} from "./apply-catalogue";
import { applyCategory, applyGroup, applyOrder, applySponsor, applyTier } from "./apply-lists";
import { exportProgram } from "./export-program";
import { bringPictures, ownPictures, picturesWithinReach } from "./pictures";
import { placed } from "./placed";
import { lockProgram } from "./sql";
import { named, wanted } from "./wanted";

/** A document may launch hundreds of campaigns. */
const LONGEST_MS = 300_000;

/**
 * What applying a document would do to the program, change by change and in words. It changes nothing.
 * @throws Forbidden; Invalid with a pointer to each part that is not as documents have it, or names what is nowhere
 */
export async function planProgram(ctx: Ctx, input: unknown): Promise<CodePlan> {
  requirePermission(ctx, "program:manage");
  const document = readDocument(input);
  return planWithin(await exportProgram(ctx), document, await picturesWithinReach(ctx, document));
}

/** @throws Invalid where what changes names something that is nowhere */
function planWithin(
  before: ProgramDocument,
  document: ProgramDocument,
  pictures: ReadonlySet<string>,
): CodePlan {
  const plan = planChanges(before, document, { pictures });
  const unknown = unknownReferences(before, document, plan.changes);
  if (unknown.length > 0) throw new Invalid("The file names something that is nowhere.", unknown);
  return plan;
}

/**
 * Makes the program what a document says, in one transaction: all of it or nothing. Every part is changed by the verb
 * that changes it otherwise, so that the same rules hold and the audit log shows each. Applying the same document
 * again does nothing.
 * @returns what was done
 * @throws Forbidden; Invalid; whatever the changes throw, a Conflict where something is in use
 */
export async function applyProgram(ctx: Ctx, input: unknown): Promise<CodePlan> {
  requirePermission(ctx, "program:manage");
  const document = readDocument(input);
  const { idempotencyKey: _key, operation: _operation, ...rest } = ctx;
  const spec = { permission: "program:manage", request: document } as const;
  await bringPictures(rest, document);
  const apply = async (tx: Tx) => {
    const own: Ctx = { ...rest, tx };
    await lockProgram(tx, ctx.programId);
    const pictures = await ownPictures(own, document);
    const plan = planWithin(await exportProgram(own), document, new Set(pictures.keys()));
    for (const change of inOrderOfNeed(plan.changes)) {
      await placed(change, document, () => applyChange(own, change, document, pictures));
    }
    if (plan.changes.some(({ action, kind }) => action === "add" && kind === "reward")) {
      await settleRewardOrder(own, document.rewards ?? []);
    }
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
    if (kind === "campaign" || kind === "reward") return action === "remove" ? 2 : 3;
    return action === "remove" ? 4 : 1;
  };
  // Orders name all that there is, so they follow what is added and what is removed.
  const place = (change: CodeChange) => (isOrder(change) ? 4.5 : rank(change));
  return [...changes].sort((one, other) => place(one) - place(other));
}

/** Whether a change is of an order; no thing of a document has a member of that name. */
function isOrder({ fields }: CodeChange): boolean {
  return fields.some(({ path }) => path === "order");
}

async function applyChange(
  ctx: Ctx,
  change: CodeChange,
  document: ProgramDocument,
  pictures: ReadonlyMap<string, string>,
): Promise<void> {
  if (isOrder(change)) return applyOrder(ctx, change.kind, document);
  const { action, kind, code, fields } = change;
  const differing = action === "add" ? null : differingIn(fields);
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
    case "reward partner":
      return applyPartner(ctx, named(document.partners, code), differing);
    case "code pool":
      return applyPool(ctx, named(document.pools, code), differing);
    case "reward":
      if (action === "remove") return removeReward(ctx, code);
      return applyReward(ctx, named(document.rewards, code), differing, pictures);
    case "campaign": {
      if (action === "remove") return removeCampaign(ctx, code);
      return applyCampaign(ctx, named(document.campaigns, code));
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
