import type { Ctx } from "@/lib/auth/context";
import { publicAddress } from "@/lib/config/public-address";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { type MailContent, queueMail } from "@/lib/mail";
import { recallProgram } from "@/lib/programs";
import type { LowPool, LowReward } from "./low-sql";
import { selectKeepers, selectPartnerContact } from "./low-sql";

type In = Pick<Ctx, "programId" | "clock">;
/** What the portal is in. */
const LOCALE = "en";

/** Writes to the people who look after the catalogue that a reward runs low. */
export async function mailLowReward(tx: Tx, ctx: In, { rewardId, name, left }: LowReward): Promise<void> {
  const { slug } = await recallProgram(ctx.programId);
  await mailKeepers(tx, ctx, {
    subject: `${name}: ${left} left`,
    heading: `${name} runs low`,
    paragraphs: [`${left} are left. Members cannot have it any more when they are gone.`],
    action: {
      label: "Open the reward",
      address: `${publicAddress()}/p/${slug}/rewards/${toTypeId("rwd", rewardId)}`,
    },
  });
}

/** The same for a pool, also to the partner who fills it. */
export async function mailLowPool(
  tx: Tx,
  ctx: In,
  { poolId, partnerId, name, left }: LowPool,
): Promise<void> {
  const { slug } = await recallProgram(ctx.programId);
  const content: MailContent = {
    subject: `${name}: ${left} codes left`,
    heading: `“${name}” runs low`,
    paragraphs: [
      `${left} codes are left. Members cannot have what hands them out any more when they are gone.`,
    ],
  };
  const address = `${publicAddress()}/p/${slug}/rewards/code-pools/${toTypeId("cpool", poolId)}`;
  await mailKeepers(tx, ctx, { ...content, action: { label: "Upload codes", address } });
  const contact = partnerId === null ? null : await selectPartnerContact(tx, ctx.programId, partnerId);
  if (contact !== null) {
    await queueMail(tx, ctx, { kind: "stock_low", to: contact, memberId: null, locale: LOCALE, content });
  }
}

async function mailKeepers(tx: Tx, ctx: In, content: MailContent): Promise<void> {
  for (const to of await selectKeepers(tx, ctx.programId)) {
    await queueMail(tx, ctx, { kind: "stock_low", to, memberId: null, locale: LOCALE, content });
  }
}
