import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClientMessages } from "@/components/member/client-messages";
import { ProposalEditor } from "@/components/partner/proposal-editor";
import { requirePartner } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { fromTypeId, toTypeId } from "@/lib/core/ids";
import { readPartner } from "@/lib/partners";
import { listPools, readReward } from "@/lib/rewards";
import { drop, saveProposal, send, withdraw } from "../actions";

export const metadata: Metadata = { title: "Reward" };

/** Most pools that are offered to choose from. */
const MAX_CHOICES = 200;

/** One reward that a company supplies; it edits what it has drawn up itself, until the program has decided on it. */
export default async function PartnerRewardPage({
  params,
}: {
  params: Promise<{ program: string; id: string }>;
}) {
  const { program: slug, id } = await params;
  const { ctx } = await requirePartner(slug);
  if (!ctx.actor.parts.includes("REWARD_PARTNER")) notFound();
  const rewardId = fromTypeId("rwd", id);
  if (rewardId === null) notFound();
  const { organizationId } = ctx.actor;
  const [reward, company, pools] = await Promise.all([
    readReward(ctx, rewardId).catch((error: unknown) => {
      if (error instanceof AppError && error.status === 404) notFound();
      throw error;
    }),
    readPartner(ctx, organizationId),
    listPools(ctx, { limit: MAX_CHOICES }),
  ]);
  const ownId = toTypeId("org", organizationId);
  return (
    <ClientMessages namespaces={["rewards", "common"]}>
      <ProposalEditor
        // What the program has done to it since is seen at once.
        key={`${reward.id} ${reward.state} ${reward.proposal?.state}`}
        initial={reward}
        choices={{
          categories: [],
          tiers: [],
          segments: [],
          partners: [{ id: ownId, name: company.name }],
          pools: pools.items.map(({ id: poolId, name, free }) => ({
            id: poolId,
            name,
            partnerId: ownId,
            free,
          })),
        }}
        takesOrders={company.orderUrl !== null}
        save={saveProposal}
        actions={{ send, withdraw, drop }}
      />
    </ClientMessages>
  );
}
