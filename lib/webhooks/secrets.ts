import { randomBytes } from "node:crypto";
import type { Tx } from "@/lib/db";

const SECRET_BYTES = 32;

export function drawSecret(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(randomBytes(SECRET_BYTES));
}

/** The program's secret, made when it is first asked for. */
export async function ensureSecret(tx: Tx, programId: string, now: Date) {
  await tx.webhookSecret.createMany({
    data: [{ programId, secret: drawSecret(), madeAt: now }],
    skipDuplicates: true,
  });
  return tx.webhookSecret.findUniqueOrThrow({ where: { programId } });
}

/** What calls are signed with now: the secret, and for a while after a change the one before it. */
export async function secretsOf(tx: Tx, programId: string, now: Date): Promise<Uint8Array[]> {
  const { secret, previous, previousUntil } = await ensureSecret(tx, programId, now);
  return previous !== null && previousUntil !== null && previousUntil > now ? [secret, previous] : [secret];
}
