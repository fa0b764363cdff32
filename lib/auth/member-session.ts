import "server-only";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { deviceOf } from "./device";
import { type MemberSession, sealMemberSession } from "./session-token";

/**
 * Opens a session of a member: a row that lasts until it is ended, and the value of the cookie that names it.
 * @param userAgent what the browser calls itself
 */
export async function openSession(
  { programId, memberId }: Omit<MemberSession, "sessionId">,
  userAgent: string | null,
  now: Date,
): Promise<string> {
  const sessionId = newId();
  await db().memberSession.create({
    data: { programId, sessionId, memberId, ...deviceOf(userAgent), startedAt: now, seenAt: now },
  });
  return sealMemberSession({ programId, memberId, sessionId }, now);
}

/** Ends a session; what could be pushed to its browser goes with it. */
export async function closeSession({
  programId,
  sessionId,
}: Pick<MemberSession, "programId" | "sessionId">): Promise<void> {
  await db().memberSession.deleteMany({ where: { programId, sessionId } });
}
