import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { type SendRequest, type SentTransfer, sendPoints } from "@/lib/transfers";
import { deliver } from "./deliver";

/**
 * Sends points and sees to it that the recipient has them when this returns, unless others keep the lane busy.
 * @throws as sendPoints
 */
export async function sendPointsNow(ctx: Ctx, from: string, request: SendRequest): Promise<SentTransfer> {
  const sent = await sendPoints(ctx, from, request);
  await deliver(ctx, [sent.arrivalId]);
  return sent;
}
