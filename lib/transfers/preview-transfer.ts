import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { localDay } from "@/lib/core/calendar";
import { db } from "@/lib/db";
import { nameAsSeenBy } from "@/lib/members";
import { readProgram } from "@/lib/programs";
import { InsufficientPoints, readWallet } from "@/lib/wallet";
import { countLookUpOf } from "./count-look-up";
import { examineTransfer } from "./examine-transfer";
import type { SendRequest, TransferPreview } from "./schema";

/**
 * What sending would do, and to whom, without doing it: refused where sending would be.
 * @throws Forbidden, NotFound, TooManyRequests; TransferRefused; InsufficientPoints
 */
export async function previewTransfer(
  ctx: Ctx,
  from: string,
  request: SendRequest,
): Promise<TransferPreview> {
  requireSelfOr(ctx, from, "points:send");
  const { to, points } = request;
  await countLookUpOf(ctx, to);
  const client = ctx.tx ?? db();
  const now = ctx.clock.now();
  const program = await readProgram(ctx.programId, client);
  const { recipient, allowance } = await examineTransfer(client, program, {
    from,
    to,
    points,
    now,
    today: localDay(now, program.timeZone),
  });
  const { available } = await readWallet({ ...ctx, actor: { kind: "member", memberId: from } }, from);
  if (available < points) throw new InsufficientPoints(points, Math.max(0, available));
  return {
    recipient: { memberId: recipient.memberId, name: nameAsSeenBy(ctx.actor, recipient.name) },
    points,
    availableAfter: available - points,
    allowance,
  };
}
