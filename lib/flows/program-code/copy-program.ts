import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { NotFound } from "@/lib/core/errors";
import type { CodePlan } from "@/lib/program-code";
import { applyProgram, planProgram } from "./apply-program";
import { exportProgram } from "./export-program";
import { listSiblings } from "./siblings";

/**
 * What copying the program's campaigns and settings to another program of the company would do there.
 * @throws Forbidden; NotFound where the company has no such program
 */
export async function planCopy(ctx: Ctx, targetSlug: string): Promise<CodePlan> {
  const document = await exportProgram(ctx);
  return planProgram(await contextIn(ctx, targetSlug), document);
}

/**
 * Makes another program of the company what this one is, in one step: from the sandbox to production.
 * @throws Forbidden; NotFound where the company has no such program; whatever applying throws
 */
export async function copyProgram(ctx: Ctx, targetSlug: string): Promise<CodePlan> {
  const document = await exportProgram(ctx);
  return applyProgram(await contextIn(ctx, targetSlug), document);
}

/** People belong to the company, so what they may do here they may do in its other programs. */
async function contextIn(ctx: Ctx, slug: string): Promise<Ctx> {
  const target = (await listSiblings(ctx)).find((program) => program.slug === slug);
  const isOfCompany = ctx.actor.kind === "user" || ctx.actor.kind === "system";
  if (target === undefined || !isOfCompany) throw new NotFound("program");
  const { tx: _tx, ...rest } = ctx;
  return { ...rest, programId: target.programId };
}
