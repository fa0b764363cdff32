import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { findByContact, findMembersByKeys, type ResolvedMember } from "@/lib/members";
import { typedContact } from "@/lib/members/schema";
import { queueOccasions } from "@/lib/occasions";
import { write } from "@/lib/write";
import { type SegmentChanges, type SegmentKeys, segmentKeys } from "./schema";
import { deleteMemberships, insertMemberships, keyOf } from "./sql";

export type Direction = "enter" | "leave";

/** What adding and removing have in common: find the members, change the list, notice who entered or left. */
export async function changeMembers(
  ctx: Ctx,
  code: string,
  input: SegmentKeys,
  direction: Direction,
): Promise<SegmentChanges> {
  const keys = [...new Set(segmentKeys.parse(input).members)];
  const { programId } = ctx;
  const request = { code, keys, direction };
  return write(ctx, { permission: "segments:write", request }, async (tx) => {
    const segment = await tx.segment.findUnique({ where: { programId_code: { programId, code } } });
    if (segment === null) throw new NotFound("segment");
    const now = ctx.clock.now();
    const { members, unknown } = await resolve(tx, programId, keys);
    const memberships = members.map(({ memberId }) => ({ segment: code, memberId }));
    const changed =
      direction === "enter"
        ? await insertMemberships(tx, programId, memberships, now)
        : await deleteMemberships(tx, programId, memberships);
    await queueOccasions(
      tx,
      programId,
      members
        .filter(({ memberId }) => changed.has(keyOf({ segment: code, memberId })))
        .map(({ memberId, lane }) => ({
          name: direction === "enter" ? "segment.entered" : "segment.left",
          memberId,
          lane,
          occurredAt: now,
          attributes: { segment: code },
        })),
      now,
    );
    if (changed.size > 0) {
      await recordAudit(tx, ctx, {
        action: direction === "enter" ? "segment.members_added" : "segment.members_removed",
        target: toTypeId("prog", programId),
        detail: { code, members: changed.size },
      });
    }
    return { changed: changed.size, unchanged: members.length - changed.size, unknown };
  });
}

/** Members who have left are not found: they belong to no list any more. */
async function resolve(
  tx: Tx,
  programId: string,
  keys: readonly string[],
): Promise<{ members: ResolvedMember[]; unknown: string[] }> {
  const found = await findMembersByKeys(tx, programId, keys);
  const [only] = keys;
  if (keys.length === 1 && only !== undefined && found.size === 0) {
    // What somebody types for one person may also be a phone number.
    const contact = typedContact.safeParse(only);
    const member = contact.success ? await findByContact(tx, programId, contact.data) : null;
    if (member !== null) found.set(only, member);
  }
  const members = new Map<string, ResolvedMember>();
  const unknown: string[] = [];
  for (const key of keys) {
    const member = found.get(key);
    if (member === undefined || member.status === "closed") unknown.push(key);
    else members.set(member.memberId, member);
  }
  return { members: [...members.values()], unknown };
}
