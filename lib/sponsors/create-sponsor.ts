import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { MAX_SPONSORS, type NewSponsor, newSponsor, type SponsorDto } from "./schema";
import { lockSponsors } from "./sql";

/**
 * Adds a sponsor; campaigns may name it from then on.
 * @throws Forbidden; Conflict `sponsor_exists`, `too_many_sponsors`
 */
export async function createSponsor(ctx: Ctx, input: NewSponsor): Promise<SponsorDto> {
  const sponsor = newSponsor.parse(input);
  const { programId } = ctx;
  return write(ctx, { permission: "program:manage", request: sponsor }, async (tx) => {
    const codes = await lockSponsors(tx, programId);
    if (codes.includes(sponsor.code)) {
      throw new Conflict("sponsor_exists", `There is a sponsor “${sponsor.code}” already.`);
    }
    if (codes.length >= MAX_SPONSORS) {
      throw new Conflict("too_many_sponsors", `A program has at most ${MAX_SPONSORS} sponsors.`);
    }
    await tx.sponsor.create({ data: { programId, ...sponsor } });
    await recordAudit(tx, ctx, {
      action: "sponsor.created",
      target: toTypeId("prog", programId),
      detail: sponsor,
    });
    return sponsor;
  });
}
