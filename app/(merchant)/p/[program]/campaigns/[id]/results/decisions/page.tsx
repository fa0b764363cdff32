import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { BENEFIT_WORDS } from "@/components/merchant/benefit-words";
import type { LookUpLists } from "@/components/merchant/campaigns/builder/look-ups";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { DataTable } from "@/components/ui/data-table";
import { PointsDelta, Time } from "@/components/ui/figures";
import { formatDay } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { readCampaign } from "@/lib/campaigns";
import { Conflict, NotFound } from "@/lib/core/errors";
import { fromTypeId, toTypeId } from "@/lib/core/ids";
import { type CampaignAwardDto, listCampaignAwards } from "@/lib/flows/report-campaign";
import { readLookUps } from "../../../look-ups";

export const metadata: Metadata = { title: "Decisions of a campaign" };

const PAGE_SIZE = 50;
const NONE = "-";
const day = z.iso.date().optional().catch(undefined);
const search = z.object({
  from: day,
  to: day,
  /** `-` stands for purchases that name no store, … */
  store: z.string().max(128).optional().catch(undefined),
  /** … and for members without a tier. */
  tier: z.string().max(64).optional().catch(undefined),
  segment: z.string().max(64).optional().catch(undefined),
  cursor: z.string().max(512).optional().catch(undefined),
});

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
  const { from, to, store, tier, segment, cursor } = search.parse(await searchParams);
  const [campaign, page, lists] = await Promise.all([
    readCampaign(ctx, campaignId),
    listCampaignAwards(ctx, campaignId, {
      from,
      to,
      store: store === NONE ? null : store,
      tier: tier === NONE ? null : tier,
      segment,
      cursor,
      limit: PAGE_SIZE,
    }),
    readLookUps(ctx),
  ]).catch((error: unknown) => {
    if (error instanceof NotFound || error instanceof Conflict) notFound();
    throw error;
  });
  const results = `/p/${slug}/campaigns/${id}/results`;
  const path = `${results}/decisions`;
  const current = { from, to, store, tier, segment };
  const nameOf = (options: LookUpLists["tier"], code: string) =>
    options.find(({ value }) => value === code)?.label ?? code;
  const days =
    from && to
      ? from === to
        ? `on ${formatDay(from, "date", program.locale)}`
        : `from ${formatDay(from, "date", program.locale)} to ${formatDay(to, "date", program.locale)}`
      : "since the launch";
  const where = [
    store !== undefined && (store === NONE ? "without a store" : store),
    tier !== undefined &&
      (tier === NONE ? "members without a tier" : `members in the tier ${nameOf(lists.tier, tier)}`),
    segment !== undefined && `members in the segment ${nameOf(lists.segment, segment)}`,
  ].flatMap((words) => (words === false ? [] : `, ${words}`));
  return (
    <>
      <PageHeader
        crumbs={[
          { href: `/p/${slug}/campaigns`, label: "Campaigns" },
          { href: listAddress(results, { from, to }), label: campaign.name || "Untitled campaign" },
        ]}
        title="Decisions"
        description={`What it gave and took back ${days}${where.join("")}, the latest first`}
      />
      <div className="overflow-hidden rounded-lg border bg-surface">
        <DataTable
          caption="Decisions of the campaign"
          rows={page.items}
          rowKey={(row) => row.eventId}
          rowHref={(row) => `/p/${slug}/events/${toTypeId("evt", row.eventId)}`}
          columns={[
            {
              key: "member",
              header: "Member",
              className: "w-full",
              cell: (row) => <span className="font-medium">{row.memberName}</span>,
            },
            { key: "store", header: "Store", hideBelow: "sm", cell: (row) => row.store ?? "" },
            {
              key: "when",
              header: "When",
              cell: (row) => (
                <Time at={row.occurredAt} formats={program} timeStyle="short" className="text-ink-2" />
              ),
            },
            {
              key: "points",
              header: "Gave",
              align: "end",
              cell: (row) => <Gift award={row} locale={program.locale} />,
            },
          ]}
          empty={<p className="px-4.5 py-10 text-center text-ink-2">Nothing was given or taken back here.</p>}
        />
        <Pagination
          firstHref={cursor ? listAddress(path, current) : null}
          nextHref={page.nextCursor && listAddress(path, current, { cursor: page.nextCursor })}
        />
      </div>
    </>
  );
}

/** Points and whatever else the campaign gave for an event; what has been withdrawn since is struck through. */
function Gift({ award: { points, benefits }, locale }: { award: CampaignAwardDto; locale: string }) {
  return (
    <>
      {(points !== 0 || benefits.length === 0) && <PointsDelta points={points} locale={locale} />}
      {benefits.map(({ kind, what, isWithdrawn }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what a campaign gives has a fixed order
        <span key={place} className="block">
          {isWithdrawn ? <s className="text-ink-2">{what}</s> : what}{" "}
          <span className="text-ink-3">{isWithdrawn ? "withdrawn" : BENEFIT_WORDS[kind]}</span>
        </span>
      ))}
    </>
  );
}
