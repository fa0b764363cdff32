import "server-only";
import { timingSafeEqual } from "node:crypto";
import { systemCtx } from "@/lib/auth/context";
import { type Clock, systemClock } from "@/lib/core/clock";
import { Conflict, NotFound, Unauthenticated } from "@/lib/core/errors";
import { sha256 } from "@/lib/core/hash";
import { withTx } from "@/lib/db";
import {
  type PartnerResult,
  type RedemptionDto,
  readPaymentOf,
  readRedemptionRow,
  toRedemptionDto,
} from "@/lib/redemptions";
import { signedHeaders } from "@/lib/webhooks";
import { applyResult } from "./apply-result";

/** How far the clock of a partner may be off, and how long an answer may be under way. */
const TOLERANCE_MS = 5 * 60_000;

export type SignedAnswer = {
  programId: string;
  redemptionId: string;
  /** As it came, which the signature is over. */
  body: string;
  id: string | null;
  timestamp: string | null;
  signature: string | null;
};

/**
 * Takes what a partner's system says of an order, signed as Standard Webhooks has it with the partner's secret. The
 * same message again changes nothing and is answered with how the order stands.
 * @param read turns the body into what is said, once the signature is verified
 * @throws Unauthenticated; NotFound; Conflict `answer_id_reused`; what applying it throws
 */
export async function takePartnerAnswer(
  answer: SignedAnswer,
  read: (body: string) => PartnerResult,
  clock: Clock = systemClock,
): Promise<RedemptionDto> {
  const { programId, redemptionId, body, id } = answer;
  const ctx = systemCtx(programId, "partner", clock);
  return withTx(ctx, async (tx) => {
    const row = await readRow();
    const partner =
      row?.partnerId == null
        ? null
        : await tx.rewardPartner.findUnique({
            where: { programId_partnerId: { programId, partnerId: row.partnerId } },
          });
    const secret = partner?.secret ?? null;
    if (row === null || secret === null || id === null || !isSignedWith(secret, answer, id, clock.now())) {
      throw new Unauthenticated("The signature is not that of the partner whose order this is.");
    }
    const result = read(body);
    const bodyHash = sha256(body);
    const { count } = await tx.partnerAnswer.createMany({
      data: [{ programId, redemptionId, messageId: id, bodyHash, receivedAt: clock.now() }],
      skipDuplicates: true,
    });
    if (count > 0) return applyResult({ ...ctx, tx }, redemptionId, result);
    const key = { programId, redemptionId, messageId: id };
    const known = await tx.partnerAnswer.findUniqueOrThrow({
      where: { programId_redemptionId_messageId: key },
    });
    if (!Buffer.from(known.bodyHash).equals(bodyHash)) {
      throw new Conflict("answer_id_reused", "This webhook-id was used for something else. Use a new one.");
    }
    const seen = await readRedemptionRow(tx, programId, redemptionId);
    return toRedemptionDto(ctx, seen, await readPaymentOf(tx, programId, redemptionId));

    function readRow() {
      return readRedemptionRow(tx, programId, redemptionId).catch((error: unknown) => {
        // Whoever cannot sign learns nothing of what there is.
        if (error instanceof NotFound) return null;
        throw error;
      });
    }
  });
}

function isSignedWith(
  secret: Uint8Array,
  { body, timestamp, signature }: SignedAnswer,
  id: string,
  now: Date,
): boolean {
  if (signature === null || timestamp === null || !/^\d{1,12}$/.test(timestamp)) return false;
  const at = new Date(Number(timestamp) * 1_000);
  if (Math.abs(at.getTime() - now.getTime()) > TOLERANCE_MS) return false;
  const expected = Buffer.from(signedHeaders({ id, at, body }, [secret])["webhook-signature"] ?? "");
  return signature.split(" ").some((one) => {
    const given = Buffer.from(one);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
