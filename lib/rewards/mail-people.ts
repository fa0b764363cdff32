import type { Ctx } from "@/lib/auth/context";
import type { Tx } from "@/lib/db";
import { type MailContent, queueMail } from "@/lib/mail";
import { selectKeepers, selectPartnerContact } from "./people-sql";

type In = Pick<Ctx, "programId" | "clock">;
/** What the portals are in. */
const LOCALE = "en";

/** Writes to the people of the program who look after its catalogue. @param kind what it is about, in snake case */
export async function mailKeepers(tx: Tx, ctx: In, kind: string, content: MailContent): Promise<void> {
  for (const to of await selectKeepers(tx, ctx.programId)) {
    await queueMail(tx, ctx, { kind, to, memberId: null, locale: LOCALE, content });
  }
}

/** Writes to a reward partner, where it has said where. */
export async function mailPartner(
  tx: Tx,
  ctx: In,
  partnerId: string,
  kind: string,
  content: MailContent,
): Promise<void> {
  const to = await selectPartnerContact(tx, ctx.programId, partnerId);
  if (to !== null) await queueMail(tx, ctx, { kind, to, memberId: null, locale: LOCALE, content });
}
