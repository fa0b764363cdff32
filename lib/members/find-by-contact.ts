import type { Tx } from "@/lib/db";
import { normaliseCardNumber } from "./card-number";
import type { MemberContact, MemberStatus } from "./schema";
import { findByPhone } from "./sql";

/** Somebody that another member has named. */
export type FoundMember = { memberId: string; lane: number; status: MemberStatus; name: string };

/**
 * The member with exactly this card number, e-mail address or phone number; null where there is none, or more than
 * one with that phone. It asks for no permission: what of the answer is shown is the caller's to decide.
 */
export async function findByContact(
  tx: Tx,
  programId: string,
  contact: MemberContact,
): Promise<FoundMember | null> {
  if ("phone" in contact) return findByPhone(tx, programId, contact.phone.replace(/\D/g, ""));
  return tx.member.findUnique({ where: keyOf(programId, contact), select: SELECT });
}

const SELECT = { memberId: true, lane: true, status: true, name: true } as const;

function keyOf(programId: string, contact: Exclude<MemberContact, { phone: string }>) {
  if ("id" in contact) return { programId_memberId: { programId, memberId: contact.id } };
  if ("email" in contact) return { programId_email: { programId, email: contact.email } };
  const cardNumber = normaliseCardNumber(contact.cardNumber);
  return { programId_cardNumber: { programId, cardNumber } };
}
