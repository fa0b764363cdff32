import type { Metadata } from "next";
import { NoAccess } from "@/components/merchant/no-access";
import { KindGallery } from "@/components/merchant/rewards/kind-gallery";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { create } from "../actions";

export const metadata: Metadata = { title: "New reward" };

/** What a new reward is to be. */
export default async function NewRewardPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "rewards:write")) return <NoAccess permission="rewards:write" />;
  return (
    <>
      <PageHeader
        title="New reward"
        description="Choose what it is. Nobody sees it before you publish it."
        crumbs={[{ href: `/p/${program.slug}/rewards`, label: "Rewards" }]}
      />
      <KindGallery create={create} home={`/p/${program.slug}/rewards`} />
    </>
  );
}
