import { PackageOpen } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { listAddress } from "@/components/merchant/list-address";
import { OrderTable } from "@/components/partner/order-table";
import { ORDER_WORDS } from "@/components/partner/order-words";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { SearchInput } from "@/components/ui/search-input";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { requirePartner } from "@/lib/auth/session";
import { listRedemptions } from "@/lib/redemptions";
import { REDEMPTION_STAGES } from "@/lib/redemptions/schema";

export const metadata: Metadata = { title: "Orders" };

const PAGE_SIZE = 50;
const search = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  stage: z.enum(REDEMPTION_STAGES).optional().catch(undefined),
  cursor: z.string().max(200).optional().catch(undefined),
});

/** What there is to look for; what is still to be paid is not the company's to see to. */
const SHOWN = REDEMPTION_STAGES.filter((stage) => stage !== "requested");

/** What members have ordered of the company's rewards. */
export default async function PartnerOrdersPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requirePartner((await params).program);
  if (!ctx.actor.parts.includes("REWARD_PARTNER")) notFound();
  const { q, stage, cursor } = search.parse(await searchParams);
  const page = await listRedemptions(ctx, { text: q, stage, cursor, limit: PAGE_SIZE });
  const path = `/partner/${program.slug}/orders`;
  const isFiltered = q !== undefined || stage !== undefined;
  return (
    <>
      <PageHeader title="Orders" description="What members have chosen of your rewards" />
      <div className="mb-4 flex flex-col items-start gap-2">
        <SegmentedLinks
          label="State"
          items={[undefined, ...SHOWN].map((value) => ({
            label: value === undefined ? "All" : ORDER_WORDS[value].label,
            href: listAddress(path, { q }, { stage: value }),
            current: stage === value,
          }))}
        />
        <SearchInput label="Search by order, reference or code" className="w-full sm:w-80" />
      </div>
      <Panel flush>
        <OrderTable
          orders={page.items}
          formats={program}
          home={path}
          empty={
            <EmptyState
              title={isFiltered ? "No order fits" : "No orders yet"}
              icon={<PackageOpen aria-hidden="true" />}
            >
              {isFiltered
                ? "Try another state or other words."
                : "When a member chooses one of your rewards, the order is here for you to fulfil."}
            </EmptyState>
          }
        />
        <Pagination
          firstHref={cursor ? listAddress(path, { q, stage }) : null}
          nextHref={page.nextCursor ? listAddress(path, { q, stage }, { cursor: page.nextCursor }) : null}
        />
      </Panel>
    </>
  );
}
