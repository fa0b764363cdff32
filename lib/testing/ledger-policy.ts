import { db } from "@/lib/db";
import { type LedgerPolicy, ledgerPolicy } from "@/lib/programs/schema";

type Given = { [Part in keyof LedgerPolicy]?: Partial<LedgerPolicy[Part]> };

/** Sets parts of a program's limits; what is not named has its default. */
export async function setLedgerPolicy(programId: string, given: Given): Promise<void> {
  await db().program.update({ where: { programId }, data: { ledgerPolicy: ledgerPolicy.parse(given) } });
}
