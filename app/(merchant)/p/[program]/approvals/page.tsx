import { BadgeCheck } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { AdjustmentList } from "@/components/merchant/adjustments/adjustment-list";
import { CreditTable } from "@/components/merchant/credits/credit-table";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { EmptyState } from "@/components/ui/empty-state";
import { formatNumber } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { listAdjustments } from "@/lib/adjustments";
import { ADJUSTMENT_STATES, type AdjustmentState } from "@/lib/adjustments/schema";
import { actorRef } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { toTypeId } from "@/lib/core/ids";
import { listCredits } from "@/lib/credits";
import type { ProgramDto } from "@/lib/programs";
import { approve, reject, withdraw } from "./actions";

export const metadata: Metadata = { title: "Approvals" };

const PAGE_SIZE = 25;
const search = z.object({
  state: z.enum([...ADJUSTMENT_STATES, "all"]).catch("pending"),
  cursor: z.string().max(512).optional().catch(undefined),
});
const FILTERS: { state: AdjustmentState | "all"; label: string }[] = [
  { state: "pending", label: "Waiting" },
  { state: "posted", label: "Posted" },
  { state: "rejected", label: "Rejected" },
  { state: "withdrawn", label: "Withdrawn" },
  { state: "all", label: "All" },
];

/** What waits for a second person, and what was decided. */
export default async function ApprovalsPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "points:adjust")) return <NoAccess permission="points:adjust" />;
  const { state, cursor } = search.parse(await searchParams);
  const page = await listAdjustments(ctx, {
    ...(state === "all" ? {} : { state }),
    ...(cursor === undefined ? {} : { cursor }),
    limit: PAGE_SIZE,
  });
  const files = state === "pending" ? await listCredits(ctx, { state: "waiting", limit: PAGE_SIZE }) : null;
  const path = `/p/${program.slug}/approvals`;
  const query = state === "pending" ? {} : { state };
  return (
    <>
      <PageHeader title="Approvals" description={ruleInWords(program)} />
      <SegmentedLinks
        label="State"
        className="mb-3"
        items={FILTERS.map((filter) => ({
          href: listAddress(path, filter.state === "pending" ? {} : { state: filter.state }),
          label: filter.label,
          current: filter.state === state,
        }))}
      />
      {files !== null && files.items.length > 0 && (
        <Panel title="Files of credits" className="mb-4" flush>
          <CreditTable jobs={files.items} program={program.slug} formats={program} />
        </Panel>
      )}
      <div className="overflow-hidden rounded-lg border bg-surface">
        {page.items.length === 0 ? (
          <EmptyState
            title={state === "pending" ? "Nothing waits for you" : "Nothing here yet"}
            icon={<BadgeCheck aria-hidden="true" />}
          >
            Points are given and taken by hand on a member’s page. Large adjustments come here, where somebody
            else approves or rejects them.
          </EmptyState>
        ) : (
          <AdjustmentList
            items={page.items.map((item) => ({
              ...item,
              id: toTypeId("adj", item.adjustmentId),
              member: toTypeId("mem", item.memberId),
            }))}
            program={program.slug}
            formats={{ locale: program.locale, currency: program.currency, timeZone: program.timeZone }}
            viewer={{ ref: actorRef(ctx.actor), mayApprove: can(ctx.actor, "adjustments:approve") }}
            actions={{ approve, reject, withdraw }}
          />
        )}
        <Pagination
          firstHref={cursor ? listAddress(path, query) : null}
          nextHref={page.nextCursor && listAddress(path, query, { cursor: page.nextCursor })}
        />
      </div>
    </>
  );
}

function ruleInWords({ ledgerPolicy, pointType, locale }: ProgramDto): string {
  const { approvalAbove } = ledgerPolicy.adjustments;
  return approvalAbove === null
    ? "Adjustments are posted at once: no amount needs a second person"
    : `Adjustments of more than ${formatNumber(approvalAbove, locale)} ${pointType.name} need a second person`;
}
