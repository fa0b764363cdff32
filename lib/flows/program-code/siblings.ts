import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { listProgramsOf, type ProgramDto, readProgram } from "@/lib/programs";

/**
 * Other programs of the company: a sandbox and the one in production, say.
 * @throws Forbidden
 */
export async function listSiblings(ctx: Ctx): Promise<ProgramDto[]> {
  const { organizationId } = await readProgram(ctx.programId, ctx.tx);
  const programs = await listProgramsOf(organizationId);
  return programs.filter(({ programId }) => programId !== ctx.programId);
}
