import { fromTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { normaliseCardNumber } from "./card-number";
import type { ResolvedMember } from "./schema";
import { resolveRows } from "./sql";

/**
 * Finds the members that a file names in whatever way it does: by `mem_…` id, e-mail address, the company's own
 * number or card number, tried in this order. It asks for no permission: the caller's verb has.
 * @returns members by key; keys that name nobody are left out
 */
export async function findMembersByKeys(
  tx: Tx,
  programId: string,
  keys: readonly string[],
): Promise<Map<string, ResolvedMember>> {
  const emails = [...new Set(keys.filter((key) => key.includes("@")).map((key) => key.toLowerCase()))];
  const byEmail = new Map<string, ResolvedMember>();
  if (emails.length > 0) {
    const rows = await tx.member.findMany({
      where: { programId, email: { in: emails } },
      select: { memberId: true, lane: true, status: true, email: true },
    });
    for (const { email, ...member } of rows) if (email !== null) byEmail.set(email, member);
  }
  const ids = new Map(keys.map((key) => [key, fromTypeId("mem", key)]));
  const rows = await resolveRows(tx, programId, {
    memberIds: [...ids.values()].filter((id) => id !== null),
    externalIds: [...new Set(keys)],
    cardNumbers: [...new Set(keys.map(normaliseCardNumber))],
  });
  const found = new Map(rows.map(({ kind, value, ...member }) => [`${kind} ${value}`, member]));
  const resolved = new Map<string, ResolvedMember>();
  for (const key of keys) {
    const member =
      found.get(`memberId ${ids.get(key)}`) ??
      byEmail.get(key.toLowerCase()) ??
      found.get(`externalId ${key}`) ??
      found.get(`cardNumber ${normaliseCardNumber(key)}`);
    if (member !== undefined) resolved.set(key, member);
  }
  return resolved;
}
