import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClientMessages } from "@/components/member/client-messages";
import { NoAccess } from "@/components/merchant/no-access";
import { RewardEditor } from "@/components/merchant/rewards/editor/reward-editor";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { fromTypeId, toTypeId } from "@/lib/core/ids";
import { listSuppliers } from "@/lib/partners";
import { listCategories, listPools, readReward } from "@/lib/rewards";
import { listSegments } from "@/lib/segments";
import { listTierNames } from "@/lib/tiers";
import { archive, duplicate, publish, save, sendBack, unpublish } from "../actions";

export const metadata: Metadata = { title: "Reward" };

/** Most segments and pools that are offered to choose from. */
const MAX_CHOICES = 200;

/** One reward, to be edited. */
export default async function RewardPage({ params }: { params: Promise<{ program: string; id: string }> }) {
  const { program: slug, id } = await params;
  const { ctx } = await requireMerchant(slug);
  if (!can(ctx.actor, "rewards:read")) return <NoAccess permission="rewards:read" />;
  const rewardId = fromTypeId("rwd", id);
  if (rewardId === null) notFound();
  const [reward, categories, tiers, segments, partners, pools] = await Promise.all([
    readReward(ctx, rewardId).catch((error: unknown) => {
      if (error instanceof AppError && error.status === 404) notFound();
      throw error;
    }),
    listCategories(ctx),
    listTierNames(ctx),
    listSegments(ctx, { limit: MAX_CHOICES }),
    listSuppliers(ctx),
    listPools(ctx, { limit: MAX_CHOICES }),
  ]);
  return (
    <ClientMessages namespaces={["rewards", "common"]}>
      <RewardEditor
        // What another person, or the list, has done to it since is seen at once.
        key={`${reward.id} ${reward.state} ${reward.proposal?.state}`}
        initial={reward}
        choices={{
          categories,
          tiers,
          segments: segments.items,
          partners: partners.map(({ partnerId, name }) => ({ id: toTypeId("org", partnerId), name })),
          pools: pools.items.map((pool) => ({
            id: pool.id,
            name: pool.name,
            partnerId: pool.partner?.id ?? null,
            free: pool.free,
          })),
        }}
        save={save}
        actions={{ publish, unpublish, archive, duplicate }}
        sendBack={sendBack}
        readOnly={!can(ctx.actor, "rewards:write")}
      />
    </ClientMessages>
  );
}
