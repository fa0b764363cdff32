import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { programChanged } from "@/lib/cache";
import { Invalid } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { findImages } from "@/lib/images";
import { write } from "@/lib/write";
import type { BrandInput } from "./brand";
import { readProgram } from "./queries";
import type { ProgramDto } from "./schema";

/**
 * Changes what the program shows of itself, everywhere at once: wallet, public page, home-screen icon and mails.
 * @throws Forbidden; Invalid for an image that is not the program's
 */
export async function setBrand(ctx: Ctx, input: BrandInput): Promise<ProgramDto> {
  return write(ctx, { permission: "program:manage", request: input }, async (tx) => {
    const { programId } = ctx;
    const { name, hue: brandHue, tagline, logo: logoImageId, cardImage: cardImageId, cardPattern } = input;
    await requireImages(tx, programId, { logo: logoImageId, cardImage: cardImageId });
    const data = { name, brandHue, tagline, logoImageId, cardImageId, cardPattern };
    await tx.program.update({ where: { programId }, data });
    await recordAudit(tx, ctx, {
      action: "brand.changed",
      target: toTypeId("prog", programId),
      detail: {
        name,
        hue: brandHue,
        cardPattern,
        hasLogo: logoImageId !== null,
        hasCardImage: cardImageId !== null,
      },
    });
    programChanged(tx, programId);
    return readProgram(programId, tx);
  });
}

async function requireImages(
  tx: Tx,
  programId: string,
  named: Record<"logo" | "cardImage", string | null>,
): Promise<void> {
  const wanted = Object.entries(named).filter(([, imageId]) => imageId !== null);
  const known = await findImages(
    tx,
    programId,
    wanted.flatMap(([, imageId]) => imageId ?? []),
  );
  for (const [field, imageId] of wanted) {
    if (known.has(imageId ?? "")) continue;
    const detail = "The program has no such image. Upload it first.";
    throw new Invalid(detail, [{ pointer: `/${field}`, code: "unknown_image", detail }]);
  }
}
