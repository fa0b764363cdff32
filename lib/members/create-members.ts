import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict, Invalid } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { readProgram } from "@/lib/programs";
import { write } from "@/lib/write";
import { insertNewMembers } from "./insert-new-members";
import { requirePastBirthday, requireTiers } from "./profile-rules";
import type { MemberDto, NewMember } from "./schema";
import { newMember } from "./schema";

const MAX_MEMBERS = 10_000;

/**
 * Creates members, all or none: each with a card number, the words it is found by and an empty account for
 * points. Meant for seeds and bulk loads as much as for one person at the counter.
 * @param items at most 10,000
 * @returns the members, in the order of `items`
 * @throws Forbidden; Invalid for more than 10,000, an unknown tier or a birthday to come; Conflict `member_exists` when an external id or e-mail is
 * taken, in the program or twice in `items`
 */
export async function createMembers(ctx: Ctx, items: readonly NewMember[]): Promise<MemberDto[]> {
  if (items.length > MAX_MEMBERS) throw new Invalid(`At most ${MAX_MEMBERS} members at a time.`);
  const parsed = items.map((item) => ({ ...item, ...newMember.parse(item) }));
  return write(ctx, { permission: "members:write", request: parsed }, async (tx) => {
    const program = await readProgram(ctx.programId, tx);
    for (const { birthday } of parsed) requirePastBirthday(birthday, ctx.clock.now(), program.timeZone);
    await requireTiers(
      tx,
      ctx.programId,
      parsed.map(({ tier }) => tier),
    );
    const { created, refused } = await insertNewMembers(tx, ctx, program, parsed);
    const taken = refused[0];
    if (taken !== undefined) {
      throw new Conflict("member_exists", `There already is a member with ${takenKey(taken)}.`);
    }
    if (created.length > 0) {
      const single = created.length === 1 ? created[0] : undefined;
      await recordAudit(tx, ctx, {
        action: "members.created",
        target: single ? toTypeId("mem", single.memberId) : toTypeId("prog", ctx.programId),
        detail: { count: created.length },
      });
    }
    return created;
  });
}

function takenKey(item: NewMember): string {
  const keys = [];
  if (item.externalId !== undefined) keys.push(`the number ${item.externalId}`);
  if (item.email !== undefined) keys.push(`the e-mail address ${item.email}`);
  return keys.join(" or ");
}
