import type { Ctx } from "@/lib/auth/context";
import { publicAddress } from "@/lib/config/public-address";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import { mailKeepers, mailPartner } from "../mail-people";
import type { RewardRow } from "../reward-row";

type In = Pick<Ctx, "programId" | "clock">;
type Proposal = Pick<RewardRow, "rewardId" | "name" | "proposedBy">;

const KIND = "reward_proposal";

/** Tells those who keep the catalogue that a partner has proposed a reward. */
export async function mailProposalSent(
  tx: Tx,
  ctx: In,
  { rewardId, name, proposedBy }: Proposal,
): Promise<void> {
  if (proposedBy === null) return;
  const { slug } = await recallProgram(ctx.programId);
  const { name: company } = await tx.organization.findUniqueOrThrow({
    where: { organizationId: proposedBy },
    select: { name: true },
  });
  await mailKeepers(tx, ctx, KIND, {
    subject: `${company} proposes “${name}”`,
    heading: `A reward from ${company}`,
    paragraphs: [
      `${company} proposes “${name}” for your catalogue. Give it a price and publish it, or send it back.`,
    ],
    action: {
      label: "Look at it",
      address: `${publicAddress()}/p/${slug}/rewards/${toTypeId("rwd", rewardId)}`,
    },
  });
}

/** Tells the partner that its reward is in the catalogue. */
export async function mailProposalTaken(tx: Tx, ctx: In, proposal: Proposal): Promise<void> {
  const { name: program } = await recallProgram(ctx.programId);
  await mailProposer(tx, ctx, proposal, {
    subject: `“${proposal.name}” is in the catalogue`,
    heading: "Your reward is in the catalogue",
    paragraphs: [`${program} has published “${proposal.name}”. Members can choose it from now on.`],
  });
}

/** Tells the partner why its reward came back. */
export async function mailProposalReturned(tx: Tx, ctx: In, proposal: Proposal, note: string): Promise<void> {
  const { name: program } = await recallProgram(ctx.programId);
  await mailProposer(tx, ctx, proposal, {
    subject: `“${proposal.name}” needs another look`,
    heading: "Your reward needs another look",
    paragraphs: [`${program} has sent “${proposal.name}” back and writes:`, note],
  });
}

async function mailProposer(
  tx: Tx,
  ctx: In,
  { rewardId, proposedBy }: Proposal,
  content: { subject: string; heading: string; paragraphs: string[] },
): Promise<void> {
  if (proposedBy === null) return;
  const { slug } = await recallProgram(ctx.programId);
  const address = `${publicAddress()}/partner/${slug}/rewards/${toTypeId("rwd", rewardId)}`;
  await mailPartner(tx, ctx, proposedBy, KIND, { ...content, action: { label: "Open the reward", address } });
}
