import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";

/** Puts a message into a member's inbox, in words that they understand. */
export async function sendMessage(
  tx: Tx,
  programId: string,
  message: { memberId: string; title: string; body: string; sentAt: Date },
): Promise<void> {
  await tx.message.create({ data: { programId, messageId: newId(), ...message } });
}
