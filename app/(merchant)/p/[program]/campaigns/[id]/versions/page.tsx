import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { CampaignTabs } from "@/components/merchant/campaigns/campaign-tabs";
import { campaignDiff } from "@/components/merchant/campaigns/versions/campaign-diff";
import { RestoreVersionButton } from "@/components/merchant/campaigns/versions/restore-version";
import { VersionChanges } from "@/components/merchant/campaigns/versions/version-changes";
import { VersionChooser } from "@/components/merchant/campaigns/versions/version-chooser";
import { VersionTable } from "@/components/merchant/campaigns/versions/version-table";
import { NoAccess } from "@/components/merchant/no-access";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { listVersions, readCampaign, readVersion } from "@/lib/campaigns";
import type { CampaignDto, CampaignVersionDto } from "@/lib/campaigns/schema";
import { fromTypeId } from "@/lib/core/ids";
import { notFoundInstead } from "../../../not-found-instead";
import { restore } from "../../actions";
import { readWording } from "../../look-ups";

export const metadata: Metadata = { title: "Versions of a campaign" };

const version = z.coerce.number().int().min(1).optional().catch(undefined);
const search = z.object({ from: version, to: version });

export default async function CampaignVersionsPage({
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
  const [campaign, versions, wording] = await Promise.all([
    readCampaign(ctx, campaignId),
    listVersions(ctx, campaignId),
    readWording(ctx, program),
  ]).catch(notFoundInstead);
  const { from, to } = comparedVersions(versions, search.parse(await searchParams));
  const [before, after] = await Promise.all([
    readVersion(ctx, campaignId, from),
    readVersion(ctx, campaignId, to),
  ]).catch(notFoundInstead);
  const path = `/p/${slug}/campaigns`;
  const mayRestore = can(ctx.actor, "campaigns:write") && isEditable(campaign);
  return (
    <>
      <PageHeader
        crumbs={[
          { href: path, label: "Campaigns" },
          { href: `${path}/${id}`, label: campaign.name || "Untitled campaign" },
        ]}
        title="Versions"
        description="What has been launched never changes; every decision names the version that it was made by."
      />
      <CampaignTabs program={slug} id={id} current="versions" />
      <div className="flex flex-col gap-5">
        {versions.length > 1 && (
          <Panel
            flush
            title="What changed"
            actions={
              <VersionChooser
                from={from}
                to={to}
                versions={versions.map((each) => ({ version: each.version, words: versionWords(each) }))}
              />
            }
          >
            <VersionChanges changes={campaignDiff(before.definition, after.definition, wording)} />
          </Panel>
        )}
        <div className="overflow-hidden rounded-lg border bg-surface">
          <VersionTable
            versions={versions}
            formats={program}
            compareHref={(each) => `${path}/${id}/versions?from=${each - 1}&to=${each}`}
            restoreButton={(each) =>
              mayRestore &&
              each !== campaign.version && (
                <RestoreVersionButton id={id} campaign={campaign} restored={each} restore={restore} />
              )
            }
          />
        </div>
      </div>
    </>
  );
}

function isEditable({ state, review }: CampaignDto): boolean {
  return review === null && state !== "ended" && state !== "archived";
}

/** The two versions asked for; else the newest, and the one before it. */
function comparedVersions(
  versions: readonly CampaignVersionDto[],
  asked: z.output<typeof search>,
): { from: number; to: number } {
  const newest = versions[0]?.version ?? 1;
  const to = asked.to ?? newest;
  return { from: asked.from ?? Math.max(1, to - 1), to };
}

function versionWords({ version: no, isLive, launchedAt }: CampaignVersionDto): string {
  return `v${no} · ${isLive ? "live" : launchedAt ? "launched" : "draft"}`;
}
