import { sendMessage } from "@/lib/benefits";
import { translate } from "@/lib/i18n/translate";
import { readMember } from "@/lib/members";
import { nameFor } from "@/lib/redemptions/schema";
import type { Handling } from "./at-redemption";

/** What a message to the member is about. */
const TOLD = ["fulfilled", "cancelled", "failed", "reversed"] as const;
type Told = (typeof TOLD)[number];

/** Tells the member in their inbox, and in their language, what became of a redemption that others have dealt with. */
export async function tellMember({ tx, ctx, desk, file, program }: Handling): Promise<void> {
  const { row } = file;
  const { memberId, state } = row;
  if (ctx.actor.kind === "member" || !isTold(state)) return;
  const member = await readMember({ ...ctx, tx, actor: { kind: "member", memberId } }, memberId);
  const locale = member.locale ?? program.locale;
  const t = translate(locale, "redemptions");
  const reward = nameFor(row.reward, locale);
  const why = row.closingNote === null ? "" : ` ${row.closingNote}`;
  const hasVoucher = state === "fulfilled" && row.voucherId !== null;
  await sendMessage(tx, ctx.programId, {
    memberId,
    title: t(`messages.${state}.title`, { reward }),
    body: `${t(`messages.${hasVoucher ? "voucher" : state}.body`)}${why}`,
    sentAt: desk.now,
  });
}

function isTold(state: string): state is Told {
  return TOLD.some((told) => told === state);
}
