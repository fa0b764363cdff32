import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { listAddress } from "@/components/merchant/list-address";
import { SponsoredTable } from "@/components/partner/sponsored-table";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { SearchInput } from "@/components/ui/search-input";
import { requirePartner } from "@/lib/auth/session";
import { listSponsoredCampaigns } from "@/lib/flows/report-sponsor";

export const metadata: Metadata = { title: "Campaigns" };

const PAGE_SIZE = 25;
const search = z.object({
  q: z.string().max(200).optional().catch(undefined),
  cursor: z.string().max(200).optional().catch(undefined),
});

/** The campaigns that the company pays for. */
export default async function SponsoredCampaignsPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requirePartner((await params).program);
  if (!ctx.actor.parts.includes("SPONSOR")) notFound();
  const { q, cursor } = search.parse(await searchParams);
  const page = await listSponsoredCampaigns(ctx, { q, cursor, limit: PAGE_SIZE });
  const path = `/partner/${program.slug}/campaigns`;
  return (
    <>
      <PageHeader
        title="Campaigns"
        description="What you pay for, in whole or in part"
        actions={<SearchInput label="Search campaigns" className="w-64" />}
      />
      <Panel flush>
        <SponsoredTable
          campaigns={page.items}
          formats={program}
          hrefOf={(campaign) => `${path}/${campaign}`}
          shareHeader="Your share"
          isFiltered={Boolean(q)}
        />
        <Pagination
          firstHref={cursor ? listAddress(path, { q }) : null}
          nextHref={page.nextCursor ? listAddress(path, { q }, { cursor: page.nextCursor }) : null}
        />
      </Panel>
    </>
  );
}
