import { Prisma, type SqlTx } from "@/lib/db";

/** A long past is read for a while. */
export const TIMEOUT_MS = 60 * 60_000;

const NAME = /^[0-9A-F-]+$/;

/** Lets other transactions see what this one sees, as long as it is open. @returns the name by which they ask */
export async function shareSnapshot(tx: SqlTx): Promise<string> {
  const [row] = await tx.$queryRaw<{ name: string }[]>`SELECT pg_export_snapshot() AS name`;
  return row?.name ?? "";
}

/** Sees what another transaction sees; before anything else in this one. */
export async function takeSnapshot(tx: SqlTx, name: string): Promise<void> {
  if (!NAME.test(name)) throw new RangeError("this names no snapshot");
  await tx.$executeRaw`SET TRANSACTION SNAPSHOT ${Prisma.raw(`'${name}'`)}`;
}
