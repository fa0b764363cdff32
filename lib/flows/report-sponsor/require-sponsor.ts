import { type Ctx, systemCtx } from "@/lib/auth/context";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { db } from "@/lib/db";

export type Sponsoring = {
  /** Code that campaigns name. */
  sponsor: string;
  /** Reads the program's campaigns, of which the sponsor is shown its own. */
  inside: Ctx;
};

/**
 * The seat of the company that asks.
 * @throws Forbidden where nobody of a sponsor asks; NotFound where the company has no seat
 */
export async function requireSponsor(ctx: Ctx): Promise<Sponsoring> {
  const { actor, programId, clock } = ctx;
  if (actor.kind !== "partner" || !actor.parts.includes("SPONSOR")) throw new Forbidden("campaigns:read");
  const seat = await db().sponsor.findFirst({
    where: { programId, organizationId: actor.organizationId },
    select: { code: true },
  });
  if (seat === null) throw new NotFound("sponsor");
  return { sponsor: seat.code, inside: systemCtx(programId, "sponsor-report", clock) };
}
