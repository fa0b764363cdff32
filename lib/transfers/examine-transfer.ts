import { type Day, windowStart } from "@/lib/core/calendar";
import { NotFound } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import { type FoundMember, findByContact } from "@/lib/members";
import type { MemberContact } from "@/lib/members/schema";
import type { ProgramDto } from "@/lib/programs";
import { recipientUnavailable, TransferRefused } from "./errors";
import { allowanceOf, refuseBeyond } from "./limits";
import type { Allowance } from "./schema";
import { lockSender, readObstacles, readSentSoFar } from "./sql";

type Intent = { from: string; to: MemberContact; points: number; now: Date; today: Day };

/**
 * Whether a member may send so many points to another: everything but whether they have them. Exact where the
 * caller holds the sender's lane; a preview asks without it.
 * @throws NotFound for a sender who is not there; TransferRefused
 */
export async function examineTransfer(
  tx: Tx,
  program: ProgramDto,
  { from, to, points, now, today }: Intent,
): Promise<{ recipient: FoundMember; allowance: Allowance }> {
  const { programId, ledgerPolicy, timeZone } = program;
  const policy = ledgerPolicy.transfers;
  if (!policy.enabled) {
    throw new TransferRefused("transfers_off", `Members of ${program.name} do not send each other anything.`);
  }
  const sender = await findByContact(tx, programId, { id: from });
  if (sender === null) throw new NotFound("member");
  if (sender.status !== "active") {
    throw new TransferRefused("sender_not_active", "Only active members can send something.");
  }
  const recipient = await findByContact(tx, programId, to);
  if (recipient === null) {
    throw new TransferRefused(
      "unknown_recipient",
      "There is no member with exactly this number or address.",
      "/to",
    );
  }
  if (recipient.memberId === from) {
    throw new TransferRefused("own_member", "Choose somebody else: this is you.", "/to");
  }
  const obstacles = await readObstacles(tx, programId, { from, to: recipient.memberId });
  if (!obstacles.maySend) {
    throw new TransferRefused(
      "sending_barred",
      `${program.name} has stopped sending from this account. Ask there why.`,
    );
  }
  if (recipient.status !== "active" || obstacles.isBlocked || !obstacles.mayReceive) {
    throw recipientUnavailable();
  }
  const month = windowStart(now, timeZone, "month");
  await lockSender(tx, programId, from);
  const sent = await readSentSoFar(tx, programId, from, { today, month, way: "transfer" });
  const allowance = allowanceOf(policy, sent);
  refuseBeyond(allowance, points, sent.isPooled);
  return { recipient, allowance };
}
