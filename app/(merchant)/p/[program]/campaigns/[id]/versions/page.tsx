import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NoAccess } from "@/components/merchant/no-access";
import { StateChip } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { Time } from "@/components/ui/figures";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { listVersions, readCampaign } from "@/lib/campaigns";
import type { CampaignVersionDto } from "@/lib/campaigns/schema";
import { NotFound } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";

export const metadata: Metadata = { title: "Versions of a campaign" };

export default async function CampaignVersionsPage({
  params,
}: {
  params: Promise<{ program: string; id: string }>;
}) {
  const { program: slug, id } = await params;
  const { ctx, program } = await requireMerchant(slug);
  if (!can(ctx.actor, "campaigns:read")) return <NoAccess permission="campaigns:read" />;
  const campaignId = fromTypeId("camp", id);
  if (campaignId === null) notFound();
  const [campaign, versions] = await Promise.all([
    readCampaign(ctx, campaignId),
    listVersions(ctx, campaignId),
  ]).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const path = `/p/${slug}/campaigns`;
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
      <div className="overflow-hidden rounded-lg border bg-surface">
        <DataTable
          caption="Versions"
          rows={versions}
          rowKey={(version) => String(version.version)}
          columns={[
            {
              key: "version",
              header: "Version",
              cell: ({ version }) => <span className="font-medium">v{version}</span>,
            },
            {
              key: "sentence",
              header: "Says",
              cell: ({ sentence }) => <span className="block min-w-48 max-w-3xl">{sentence}</span>,
            },
            { key: "state", header: "State", cell: (version) => <VersionState version={version} /> },
            {
              key: "when",
              header: "When",
              hideBelow: "sm",
              cell: ({ launchedAt, savedAt }) => (
                <Time at={launchedAt ?? savedAt} formats={program} className="text-ink-2" />
              ),
            },
          ]}
        />
      </div>
    </>
  );
}

function VersionState({ version }: { version: CampaignVersionDto }) {
  if (version.isLive) return <StateChip tone="good">Live</StateChip>;
  return version.launchedAt ? <StateChip tone="info">Launched</StateChip> : <StateChip>Draft</StateChip>;
}
