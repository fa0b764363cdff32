import type { Ctx } from "@/lib/auth/context";
import { publicAddress } from "@/lib/config/public-address";
import type { Tx } from "@/lib/db";
import { mailIsSent, queueMail } from "@/lib/mail";
import { recallProgram } from "@/lib/programs";

type In = Pick<Ctx, "programId" | "clock">;
/** What the portals are in. */
const LOCALE = "en";
const KIND = "invitation";

type Invited = { organizationId: string; email: string; token: string; invitedBy: string; expiresAt: Date };

/**
 * Mails the link of an invitation. Where there is no mail server the link is nowhere but on the inviter's screen: mails
 * that are kept are read by people who must not have it.
 * @returns whether it is on its way
 */
export async function mailInvitation(
  tx: Tx,
  ctx: In,
  { organizationId, email, token, invitedBy, expiresAt }: Invited,
): Promise<boolean> {
  if (!mailIsSent()) return false;
  const { company, inviter } = await namesOf(tx, organizationId, invitedBy);
  const { name: program, timeZone } = await recallProgram(ctx.programId);
  await queueMail(tx, ctx, {
    kind: KIND,
    to: email,
    memberId: null,
    locale: LOCALE,
    secret: true,
    usefulUntil: expiresAt,
    content: {
      subject: `${inviter} invites you to ${company}`,
      heading: `Join ${company} in ${program}`,
      paragraphs: [
        `${inviter} invites you to work with ${company} in the portal of ${program}.`,
        `The link is yours alone and works once, until ${inWords(expiresAt, timeZone)}.`,
      ],
      action: { label: "Accept the invitation", address: `${publicAddress()}/invite/${token}` },
      note: `You were not expecting this? Then ignore it: nothing happens without you.`,
    },
  });
  return true;
}

/** Tells the inviter that nobody answered in time. */
export async function mailExpiry(
  tx: Tx,
  ctx: In,
  { organizationId, email, invitedBy, address }: Omit<Invited, "token" | "expiresAt"> & { address: string },
): Promise<void> {
  const inviter = await tx.user.findUnique({ where: { userId: invitedBy }, select: { email: true } });
  if (inviter === null) return;
  const { company } = await namesOf(tx, organizationId, invitedBy);
  await queueMail(tx, ctx, {
    kind: "invitation_expired",
    to: inviter.email,
    memberId: null,
    locale: LOCALE,
    content: {
      subject: `Your invitation of ${email} has expired`,
      heading: "An invitation has expired",
      paragraphs: [
        `${email} has not answered your invitation to ${company} within a week, and its link works no more.`,
      ],
      action: { label: "Send it again", address },
    },
  });
}

async function namesOf(tx: Tx, organizationId: string, invitedBy: string) {
  const organization = await tx.organization.findUniqueOrThrow({
    where: { organizationId },
    select: { name: true },
  });
  const inviter = await tx.user.findUnique({ where: { userId: invitedBy }, select: { name: true } });
  return { company: organization.name, inviter: inviter?.name ?? organization.name };
}

function inWords(instant: Date, timeZone: string): string {
  return instant.toLocaleString(LOCALE, { dateStyle: "long", timeStyle: "short", timeZone });
}
