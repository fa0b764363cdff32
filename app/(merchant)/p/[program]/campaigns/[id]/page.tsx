import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CampaignBuilder } from "@/components/merchant/campaigns/builder/campaign-builder";
import { NoAccess } from "@/components/merchant/no-access";
import { actorRef } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { listGroups } from "@/lib/campaign-groups";
import { listRunningCampaigns, readCampaign } from "@/lib/campaigns";
import { fromTypeId } from "@/lib/core/ids";
import { notFoundInstead } from "../../not-found-instead";
import {
  archive,
  duplicate,
  end,
  foresee,
  launch,
  pause,
  remove,
  resume,
  save,
  sendBack,
  submit,
  unarchive,
} from "../actions";
import { readLookUps } from "../look-ups";

export const metadata: Metadata = { title: "Campaign" };

export default async function CampaignPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { program: slug, id } = await params;
  const { ctx, program } = await requireMerchant(slug);
  if (!can(ctx.actor, "campaigns:read")) return <NoAccess permission="campaigns:read" />;
  const campaignId = fromTypeId("camp", id);
  if (campaignId === null) notFound();
  const [campaign, running, groups, lists] = await Promise.all([
    readCampaign(ctx, campaignId),
    listRunningCampaigns(ctx),
    listGroups(ctx),
    readLookUps(ctx),
  ]).catch(notFoundInstead);
  return (
    <CampaignBuilder
      // A launch, a review or a pause starts the page from what is stored; a save must not, somebody may be typing.
      key={`${campaign.state} ${campaign.liveVersion} ${campaign.isInReview}`}
      id={id}
      campaign={campaign}
      running={running}
      groups={groups}
      lists={lists}
      now={ctx.clock.now().toISOString()}
      save={save}
      rights={{
        needsApproval: program.campaignApproval,
        isInReview: campaign.isInReview,
        isOwnRequest: campaign.review?.submittedBy.ref === actorRef(ctx.actor),
      }}
      review={{ foresee, launch, submit, sendBack }}
      asksAtFirst={(await searchParams).confirm === "launch"}
      actions={{ pause, resume, end, archive, unarchive, duplicate, remove }}
    />
  );
}
