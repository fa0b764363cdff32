import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FilterChips } from "@/components/merchant/campaigns/results/behind/filter-chips";
import { behindSearch } from "@/components/merchant/campaigns/results/behind/look";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { readCampaign } from "@/lib/campaigns";
import { readFromCursor } from "@/lib/core/cursor";
import { Conflict, Invalid } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { pointTypeOf } from "@/lib/flows/report-campaign";
import { readMember } from "@/lib/members";
import { notFoundInstead, nothingInstead } from "../../../../not-found-instead";
import { readLookUps } from "../../../look-ups";
import { showBehind } from "./show-behind";

export const metadata: Metadata = { title: "Decisions of a campaign" };

export default async function CampaignDecisionsPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { program: slug, id } = await params;
  const { ctx, program } = await requireMerchant(slug);
  if (!can(ctx.actor, "campaigns:read")) return <NoAccess permission="campaigns:read" />;
  if (!can(ctx.actor, "members:read")) return <NoAccess permission="members:read" />;
  const campaignId = fromTypeId("camp", id);
  if (campaignId === null) notFound();
  const search = behindSearch.parse(await searchParams);
  const { cursor, ...current } = search;
  const { from, to } = search;
  const memberId = search.member ? fromTypeId("mem", search.member) : null;
  const results = `/p/${slug}/campaigns/${id}/results`;
  const path = `${results}/decisions`;
  const campaign = await readCampaign(ctx, campaignId).catch(notFoundInstead);
  const { name: pointName } = pointTypeOf(campaign, program);
  const isNarrowed = Object.values(current).some((value) => value !== undefined);
  const empty = (
    <EmptyState
      title="Nothing stands behind this"
      icon={<ScrollText aria-hidden="true" />}
      action={isNarrowed && <ButtonLink href={path}>Show all decisions</ButtonLink>}
    >
      {isNarrowed
        ? "No decision of the campaign fits what is asked for. Take a filter off to see more."
        : "The campaign has given nothing so far."}
    </EmptyState>
  );
  const [behind, lists, member] = await Promise.all([
    readFromCursor(cursor, (position) =>
      showBehind({ ctx, program, campaign, pointName, path, search: { ...search, cursor: position }, empty }),
    ).catch((error: unknown) => {
      if (error instanceof Conflict || error instanceof Invalid) notFound();
      return notFoundInstead(error);
    }),
    readLookUps(ctx),
    memberId ? readMember(ctx, memberId).catch(nothingInstead) : null,
  ]);
  return (
    <>
      <PageHeader
        crumbs={[
          { href: `/p/${slug}/campaigns`, label: "Campaigns" },
          { href: listAddress(results, { from, to }), label: campaign.name || "Untitled campaign" },
        ]}
        title="Decisions"
        description="What the figures of the results are made of"
        actions={
          <ButtonLink href={listAddress(`${path}/export`, current)} prefetch={false}>
            Export CSV
          </ButtonLink>
        }
      />
      <FilterChips
        search={search}
        path={path}
        lists={lists}
        memberName={member?.name}
        locale={program.locale}
      />
      {behind.head}
      <div className="overflow-hidden rounded-lg border bg-surface">
        {behind.table}
        <Pagination
          firstHref={cursor ? listAddress(path, current) : null}
          nextHref={behind.nextCursor && listAddress(path, current, { cursor: behind.nextCursor })}
        />
      </div>
    </>
  );
}
