import "server-only";
import type { Tx } from "@/lib/db";
import { lockRuleSetVersion, selectLiveDefinitions } from "../sql";
import { type NamedCodes, namedCodes } from "./named-codes";
import { type CodeKind, codesIn } from "./unknown-codes";

/**
 * The first campaign that runs, or may run again, and names a tier or segment by this code. Holds the program's turn
 * to launch until the transaction ends, so that none comes to name it meanwhile.
 * @returns its name; null where there is none
 */
export async function campaignNaming(
  tx: Tx,
  programId: string,
  kind: keyof NamedCodes,
  code: string,
): Promise<string | null> {
  await lockRuleSetVersion(tx, programId);
  const definitions = await selectLiveDefinitions(tx, programId);
  const naming = definitions.find((definition) => namedCodes(definition)[kind].has(code));
  return naming?.name ?? null;
}

/**
 * The first campaign that runs, or may run again, and names a tier, segment, group or sponsor by this code. Holds the
 * program's turn to launch until the transaction ends, so that none comes to name it meanwhile.
 * @returns its name; null where there is none
 */
export async function campaignUsing(
  tx: Tx,
  programId: string,
  kind: CodeKind,
  code: string,
): Promise<string | null> {
  await lockRuleSetVersion(tx, programId);
  const definitions = await selectLiveDefinitions(tx, programId);
  const using = definitions.find((definition) =>
    codesIn(definition).some((named) => named.kind === kind && named.code === code),
  );
  return using?.name ?? null;
}
