import type { SqlTx } from "@/lib/db";

export type Message = {
  programId: string;
  outboxId: string;
  topic: string;
  /** JSON */
  payload: string;
  createdAt: Date;
};

export async function insertMessage(
  tx: SqlTx,
  { programId, outboxId, topic, payload, createdAt }: Message,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO outbox (program_id, outbox_id, topic, payload, created_at)
    VALUES (${programId}::uuid, ${outboxId}::uuid, ${topic}, ${payload}::json, ${createdAt.toISOString()}::timestamptz)`;
}
