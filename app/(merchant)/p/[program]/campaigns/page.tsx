import { Megaphone, Plus } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { CampaignTable } from "@/components/merchant/campaigns/campaign-table";
import { STATE_WORDS } from "@/components/merchant/campaigns/campaign-words";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchInput } from "@/components/ui/search-input";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { listCampaigns } from "@/lib/campaigns";
import { CAMPAIGN_SORTS, CAMPAIGN_STATES } from "@/lib/campaigns/schema";
import { archive, duplicate, end, pause, remove, resume, unarchive } from "./actions";

export const metadata: Metadata = { title: "Campaigns" };

const PAGE_SIZE = 25;
const one = z.string().max(200).optional().catch(undefined);
const search = z.object({
  q: one,
  state: z.enum(CAMPAIGN_STATES).optional().catch(undefined),
  sort: z.enum(CAMPAIGN_SORTS).optional().catch(undefined),
  cursor: one,
});

export default async function CampaignsPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "campaigns:read")) return <NoAccess permission="campaigns:read" />;
  const filter = search.parse(await searchParams);
  const { q, state, sort, cursor } = filter;
  const page = await listCampaigns(ctx, { q, state, sort, cursor, limit: PAGE_SIZE });
  const path = `/p/${program.slug}/campaigns`;
  const address = (changes: Record<string, string | undefined>) => listAddress(path, filter, changes);
  const newCampaign = can(ctx.actor, "campaigns:write") && (
    <ButtonLink href={`${path}/new`} variant="primary">
      <Plus aria-hidden="true" />
      New campaign
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Campaigns"
        description={`What earns ${program.pointType.name} in ${program.name}`}
        actions={newCampaign}
      />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SearchInput label="Search campaigns" placeholder="Name of a campaign" className="w-full sm:w-72" />
        <SegmentedLinks
          label="State"
          items={[
            { label: "All", href: address({ state: undefined }), current: !state },
            ...CAMPAIGN_STATES.map((value) => ({
              label: STATE_WORDS[value].label,
              href: address({ state: value }),
              current: state === value,
            })),
          ]}
        />
      </div>
      <div className="overflow-hidden rounded-lg border bg-surface">
        <CampaignTable
          campaigns={page.items}
          sorts={{
            name: {
              href: address({ sort: sort === "name" ? undefined : "name" }),
              direction: sort === "name" ? "ascending" : null,
            },
            points: {
              href: address({ sort: sort === "points" ? undefined : "points" }),
              direction: sort === "points" ? "descending" : null,
            },
          }}
          actions={{ pause, resume, end, archive, unarchive, duplicate, remove }}
          program={{ slug: program.slug, locale: program.locale, pointName: program.pointType.name }}
          empty={
            q || state ? (
              <EmptyState
                title="No campaign fits"
                icon={<Megaphone aria-hidden="true" />}
                action={<ButtonLink href={path}>Show all campaigns</ButtonLink>}
              >
                {q ? "No campaign has this in its name." : "No campaign is in this state."}
              </EmptyState>
            ) : (
              <EmptyState
                title="No campaigns yet"
                icon={<Megaphone aria-hidden="true" />}
                action={newCampaign}
                example={`“Everyone gets 1 point per 1 ${program.currency}, on Mondays from 07:00 to 11:00, at most 200 a month.”`}
              >
                A campaign says who gets how many {program.pointType.name} for what. It reads as one sentence,
                can be tried on a basket before it runs, and starts when you launch it.
              </EmptyState>
            )
          }
        />
        <Pagination
          firstHref={cursor ? address({}) : null}
          nextHref={page.nextCursor && address({ cursor: page.nextCursor })}
        />
      </div>
    </>
  );
}
