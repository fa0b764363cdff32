import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { env } from "@/lib/config/env";
import { publicAddress } from "@/lib/config/public-address";
import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { HOUSE_HUE, type ProgramDto, recallProgram } from "@/lib/programs";
import { composeMail, type MailBrand, type MailContent } from "./compose-mail";

export type NewMail = {
  /** What it is about, in snake case. */
  kind: string;
  /** In lower case. */
  to: string;
  /** Whose it is, where that is a member. */
  memberId: string | null;
  /** BCP 47, of what it says. */
  locale: string;
  content: MailContent;
  /** Carries a secret: nobody is shown it, and its content goes as soon as it is sent. */
  secret?: boolean;
  /** It is not sent after this. */
  usefulUntil?: Date;
};

/**
 * Queues a mail in the transaction that it belongs to: it is sent when that has been committed, and never otherwise.
 * Without a mail server it is kept for the portal.
 * @returns its id
 */
export async function queueMail(
  tx: Tx,
  ctx: Pick<Ctx, "programId" | "clock">,
  { kind, to, memberId, locale, content, secret = false, usefulUntil }: NewMail,
): Promise<string> {
  const mailId = newId();
  const now = ctx.clock.now();
  const brand = brandOf(await recallProgram(ctx.programId));
  const isSent = env().SMTP_URL !== undefined;
  await tx.mail.create({
    data: {
      programId: ctx.programId,
      mailId,
      kind,
      memberId,
      recipient: to,
      ...composeMail(content, brand, locale),
      secret,
      createdAt: now,
      usefulUntil: usefulUntil ?? null,
      ...(isSent ? { nextAttemptAt: now } : { state: "kept", closedAt: now }),
    },
  });
  return mailId;
}

function brandOf({ name, slug, brandHue, brand }: ProgramDto): MailBrand {
  const address = publicAddress();
  const { logo } = brand;
  return {
    name,
    hue: brandHue ?? HOUSE_HUE,
    // Twice as many pixels as it is high, for fine screens.
    logo: logo && `${address}${logo.path}/${logo.widths.find((width) => width >= 320) ?? logo.width}`,
    home: `${address}/club/${slug}`,
  };
}
