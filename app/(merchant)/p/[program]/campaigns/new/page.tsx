import type { Metadata } from "next";
import { TemplateGallery } from "@/components/merchant/campaigns/template-gallery";
import { NoAccess } from "@/components/merchant/no-access";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { create } from "../actions";
import { readLookUps } from "../look-ups";

export const metadata: Metadata = { title: "New campaign" };

export default async function NewCampaignPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "campaigns:write")) return <NoAccess permission="campaigns:write" />;
  const lists = await readLookUps(ctx);
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/p/${program.slug}/campaigns`, label: "Campaigns" }]}
        title="New campaign"
        description="Begin with one of these, or from blank. Nothing runs before you launch it."
      />
      <TemplateGallery lists={lists} createCampaign={create} />
    </>
  );
}
