import type { Day } from "@/lib/core/calendar";
import type { Prisma } from "@/lib/db";
import type { Consents, MemberAttributes, MemberDto } from "./schema";

/** A date column as the client gives it: midnight in UTC. */
function toDay(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** A stored member as the product speaks of it; the password's hash stays behind. */
export function toMemberDto(row: Prisma.MemberGetPayload<Record<string, never>>): MemberDto {
  return {
    memberId: row.memberId,
    externalId: row.externalId,
    cardNumber: row.cardNumber,
    lane: row.lane,
    name: row.name,
    email: row.email,
    emailVerifiedAt: row.emailVerifiedAt?.toISOString() ?? null,
    phone: row.phone,
    attributes: row.attributes as MemberAttributes,
    status: row.status,
    joinedAt: row.joinedAt.toISOString(),
    hasPassword: row.passwordHash !== null,
    lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
    consents: row.consents as Consents,
    locale: row.locale,
    birthday: row.birthday === null ? null : toDay(row.birthday),
    tier: row.tier,
    tags: row.tags,
  };
}
