import { Sunrise } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { DayTable } from "@/components/merchant/ledger/day-table";
import { KeepFresh } from "@/components/merchant/ledger/keep-fresh";
import { LedgerTabs } from "@/components/merchant/ledger/ledger-tabs";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { listDayRuns } from "@/lib/day-runs";
import { retryDayNow } from "./actions";

export const metadata: Metadata = { title: "Days" };

const PAGE_SIZE = 31;
const FRESH_MS = 2_000;
const search = z.object({ cursor: z.string().max(512).optional().catch(undefined) });

export default async function DaysPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "ledger:read")) return <NoAccess permission="ledger:read" />;
  const { cursor } = search.parse(await searchParams);
  const page = await listDayRuns(ctx, { cursor, limit: PAGE_SIZE });
  const path = `/p/${program.slug}/ledger/days`;

  return (
    <>
      <PageHeader title="Ledger" description={`Each day that begins in ${program.timeZone}, closed once`} />
      <LedgerTabs program={program.slug} current="days" />
      <div className="overflow-hidden rounded-lg border bg-surface">
        {page.items.length === 0 ? (
          <EmptyState title="The first night is still to come" icon={<Sunrise aria-hidden="true" />}>
            When a day begins, pending {program.pointType.name} become active, those past their last day
            expire, and on the first of a month members get their statements. Each night is listed here.
          </EmptyState>
        ) : (
          <DayTable
            days={page.items}
            program={program.slug}
            formats={program}
            retry={can(ctx.actor, "program:manage") ? retryDayNow : null}
          />
        )}
        <Pagination
          firstHref={cursor ? path : null}
          nextHref={page.nextCursor && listAddress(path, {}, { cursor: page.nextCursor })}
        />
      </div>
      {page.items.some(({ state }) => state !== "finished") && <KeepFresh everyMilliseconds={FRESH_MS} />}
    </>
  );
}
