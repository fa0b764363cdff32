import type { Ctx } from "@/lib/auth/context";
import { publicAddress } from "@/lib/config/public-address";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import type { MailContent } from "@/lib/mail";
import { recallProgram } from "@/lib/programs";
import type { LowPool, LowReward } from "./low-sql";
import { mailKeepers, mailPartner } from "./mail-people";

type In = Pick<Ctx, "programId" | "clock">;
const KIND = "stock_low";

/** Writes to the people who look after the catalogue, and to the partner who supplies it, that a reward runs low. */
export async function mailLowReward(
  tx: Tx,
  ctx: In,
  { rewardId, partnerId, name, left }: LowReward,
): Promise<void> {
  const { slug } = await recallProgram(ctx.programId);
  const content: MailContent = {
    subject: `${name}: ${left} left`,
    heading: `${name} runs low`,
    paragraphs: [`${left} are left. Members cannot have it any more when they are gone.`],
  };
  const address = `${publicAddress()}/p/${slug}/rewards/${toTypeId("rwd", rewardId)}`;
  await mailKeepers(tx, ctx, KIND, { ...content, action: { label: "Open the reward", address } });
  if (partnerId !== null) {
    const stock = { label: "Raise the stock", address: `${publicAddress()}/partner/${slug}/rewards` };
    await mailPartner(tx, ctx, partnerId, KIND, { ...content, action: stock });
  }
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
  await mailKeepers(tx, ctx, KIND, { ...content, action: { label: "Upload codes", address } });
  if (partnerId !== null) await mailPartner(tx, ctx, partnerId, KIND, content);
}
