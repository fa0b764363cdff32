import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { newId, toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { queueArrivals } from "@/lib/events";
import { nameAsSeenBy } from "@/lib/members";
import { type ProgramDto, readProgram } from "@/lib/programs";
import { atDesk, type Desk, disposable, InsufficientPoints, planPassing } from "@/lib/wallet";
import { write } from "@/lib/write";
import { countLookUpOf } from "./count-look-up";
import { examineTransfer } from "./examine-transfer";
import type { SendRequest, SentTransfer } from "./schema";
import { insertTransfer } from "./sql";

/**
 * Sends points from one member to another; members send their own. The soonest to expire go first, and keep their
 * last day. They leave the sender now and reach the recipient through the queue, within moments; should the
 * recipient have left the club by then, they come back. What was sent counts towards the limits all the same.
 * @throws Forbidden, NotFound, TooManyRequests; TransferRefused; InsufficientPoints
 */
export async function sendPoints(ctx: Ctx, from: string, request: SendRequest): Promise<SentTransfer> {
  requireSelfOr(ctx, from, "points:send");
  await countLookUpOf(ctx, request.to);
  return write(ctx, { permission: null, request: { from, ...request } }, async (tx) => {
    const program = await readProgram(ctx.programId, tx);
    return atDesk(tx, ctx, { memberId: from }, (desk) => send(tx, ctx, { desk, program, from, request }));
  });
}

type Sending = {
  desk: Desk;
  program: ProgramDto;
  from: string;
  request: SendRequest;
};

async function send(tx: Tx, ctx: Ctx, { desk, program, from, request }: Sending): Promise<SentTransfer> {
  const { points, message } = request;
  const { today, now } = desk;
  const { recipient } = await examineTransfer(tx, program, { from, to: request.to, points, now, today });
  const purse = desk.purseOf(from);
  const passing = planPassing(purse, points, today);
  if (passing === null) throw new InsufficientPoints(points, disposable(purse, today));

  const transferId = newId();
  const words = message === undefined ? {} : { message };
  desk.enter({
    causeId: transferId,
    memberId: from,
    subject: { type: "transfer_out", to: recipient.memberId, ...words },
    movements: passing.movements,
  });
  const arrival = {
    id: toTypeId("xfer", transferId),
    to: { partyId: recipient.memberId, lane: recipient.lane },
    subject: { type: "transfer_in", from, ...words } as const,
    lots: passing.lots,
    sender: { partyId: from, lane: desk.lane.lane },
  };
  const [arrivalId = ""] = await queueArrivals(tx, ctx.programId, [arrival], now);
  await insertTransfer(tx, ctx.programId, {
    transferId,
    fromMember: from,
    toMember: recipient.memberId,
    points,
    message: message ?? null,
    sentOn: today,
    arrivalId,
    createdAt: now,
  });
  await recordAudit(tx, ctx, {
    action: "points.sent",
    target: toTypeId("xfer", transferId),
    detail: { from: toTypeId("mem", from), to: toTypeId("mem", recipient.memberId), points },
  });
  return {
    transferId,
    arrivalId,
    from,
    recipient: { memberId: recipient.memberId, name: nameAsSeenBy(ctx.actor, recipient.name) },
    points,
    message: message ?? null,
    availableAfter: disposable(purse, today),
    sentAt: now.toISOString(),
  };
}
