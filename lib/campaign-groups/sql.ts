import type { Tx } from "@/lib/db";
import type { GroupDto } from "./schema";

/** Locks the program for a change of its groups, so that two changes never cross. @returns their codes in order */
export async function lockGroups(tx: Tx, programId: string): Promise<string[]> {
  await tx.$queryRaw`SELECT FROM program WHERE program_id = ${programId}::uuid FOR NO KEY UPDATE`;
  return (await selectGroups(tx, programId)).map(({ code }) => code);
}

export async function selectGroups(tx: Tx, programId: string): Promise<GroupDto[]> {
  return tx.$queryRaw<GroupDto[]>`
    SELECT code, name, policy FROM campaign_group WHERE program_id = ${programId}::uuid ORDER BY position, code`;
}

/** Gives the groups their positions in this order, from 1 on. */
export async function placeGroups(tx: Tx, programId: string, codes: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE campaign_group SET position = item.position
    FROM unnest(${[...codes]}::text[]) WITH ORDINALITY AS item (code, position)
    WHERE campaign_group.program_id = ${programId}::uuid AND campaign_group.code = item.code
      AND campaign_group.position <> item.position`;
}
