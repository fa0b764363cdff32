import type { Ctx } from "@/lib/auth/context";
import { newId } from "@/lib/core/ids";
import { withTx } from "@/lib/db";
import { atDesk, type ExpiryDay, NEVER, planEarning } from "@/lib/wallet";

/** Credits points of the spendable type by hand, as one lot. @returns the cause */
export async function givePoints(
  ctx: Ctx,
  memberId: string,
  points: number,
  { expiresOn = NEVER, sliding = false }: { expiresOn?: ExpiryDay; sliding?: boolean } = {},
): Promise<string> {
  const causeId = newId();
  await withTx(ctx, (tx) =>
    atDesk(tx, ctx, { memberId }, (desk) => {
      const terms = { state: "active" as const, expiresOn, sliding };
      const { owed } = desk.purseOf(memberId);
      desk.enter({
        causeId,
        memberId,
        subject: { type: "adjustment", reason: "For a test" },
        movements: planEarning(owed, [{ campaignId: null, points, terms }], "credit"),
      });
    }),
  );
  return causeId;
}
