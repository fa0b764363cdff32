import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { env } from "@/lib/config/env";
import { db } from "@/lib/db";
import { hashCode, isSameHash } from "./code-rules";
import { CodeOver, WrongCode } from "./errors";
import type { CodePurpose } from "./schema";
import { takeTry } from "./sql";

/** What a code that was typed rightly stands for. */
export type ProvenCode = {
  codeId: string;
  purpose: CodePurpose;
  email: string;
  memberId: string | null;
  request: unknown;
  locale: string;
};

/**
 * Compares a typed code with the one that was sent. The try counts before the comparison and outside any transaction,
 * so that many at the same time are not many tries. The code is still to be used up: see `useCode`.
 * @throws WrongCode; CodeOver
 */
export async function checkCode(
  ctx: Pick<Ctx, "programId" | "clock">,
  codeId: string,
  typed: string,
): Promise<ProvenCode> {
  const taken = await takeTry(db(), ctx.programId, codeId, ctx.clock.now());
  if (taken === null) throw new CodeOver();
  const { codeHash, triesLeft, ...proven } = taken;
  // Where no code was sent, whatever is typed is as wrong as a wrong code.
  const isRight = codeHash !== null && isSameHash(codeHash, hashCode(codeId, typed, env().NEXTAUTH_SECRET));
  if (!isRight) throw triesLeft > 0 ? new WrongCode(triesLeft) : new CodeOver();
  return { codeId, ...proven };
}
