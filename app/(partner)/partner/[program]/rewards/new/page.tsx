import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { KindGallery } from "@/components/merchant/rewards/kind-gallery";
import { PROPOSED_KIND_TEXTS } from "@/components/partner/proposal-words";
import { PageHeader } from "@/components/ui/page-header";
import { requirePartner } from "@/lib/auth/session";
import { PROPOSED_KINDS } from "@/lib/rewards/schema";
import { drawUp } from "../actions";

export const metadata: Metadata = { title: "New reward" };

/** What a company would like to supply. */
export default async function NewProposalPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program } = await requirePartner((await params).program);
  if (!ctx.actor.parts.includes("REWARD_PARTNER")) notFound();
  const home = `/partner/${program.slug}/rewards`;
  return (
    <>
      <PageHeader
        title="New reward"
        description={`Choose what it is. ${program.name} sees it when you send it.`}
        crumbs={[{ href: home, label: "Rewards" }]}
      />
      <KindGallery create={drawUp} home={home} kinds={PROPOSED_KINDS} texts={PROPOSED_KIND_TEXTS} />
    </>
  );
}
