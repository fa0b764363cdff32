import "server-only";
import type { Clock } from "@/lib/core/clock";
import { toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import { type MailOutcome, noteOutcome, type TakenMail, takeDueMails } from "./sql";
import { type MailTransport, mailTransport, type Outcome } from "./transport";

const MAILS_AT_ONCE = 10;
const LEASE_MS = 5 * 60_000;
/** Seconds after each attempt until the next: the last one is a day after the first. */
const DELAYS_SECONDS = [30, 120, 600, 1_800, 7_200, 21_600, 54_000] as const;
export const MAX_ATTEMPTS = DELAYS_SECONDS.length + 1;

/**
 * Sends the mails that are due. A mail is handed over at least once, under an id that stays the same.
 * @returns how many were tried, whatever came of them
 */
export async function sendMails(
  clock: Clock,
  transport: MailTransport | null = mailTransport(),
): Promise<number> {
  if (transport === null) return 0;
  const now = clock.now();
  const mails = await takeDueMails(db(), now, new Date(now.getTime() + LEASE_MS), MAILS_AT_ONCE);
  await Promise.all(
    mails.map(async (mail) => {
      const outcome = isTooLate(mail, now)
        ? { reason: "It would have come too late to be of use.", permanent: true }
        : await transport.send(await letterOf(mail));
      await noteOutcome(db(), mail, outcomeOf(mail, outcome, clock.now()), clock.now());
    }),
  );
  return mails.length;
}

function isTooLate({ usefulUntil }: TakenMail, now: Date): boolean {
  return usefulUntil !== null && usefulUntil <= now;
}

async function letterOf({ programId, mailId, recipient, subject, text, html }: TakenMail) {
  const { name } = await recallProgram(programId);
  return { id: toTypeId("mail", mailId), senderName: name, to: recipient, subject, text, html };
}

/** What becomes of a mail after an attempt. */
export function outcomeOf(
  { attempts }: Pick<TakenMail, "attempts">,
  failure: Outcome,
  now: Date,
): MailOutcome {
  if (failure === null) return { state: "sent", error: null, nextAttemptAt: null };
  const error = failure.reason;
  const delaySeconds = failure.permanent ? undefined : DELAYS_SECONDS[attempts - 1];
  if (delaySeconds === undefined) return { state: "failed", error, nextAttemptAt: null };
  return { state: "waiting", error, nextAttemptAt: new Date(now.getTime() + delaySeconds * 1_000) };
}
