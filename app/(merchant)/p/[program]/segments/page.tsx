import { ListChecks, Plus } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { SegmentDialog } from "@/components/merchant/segments/segment-dialog";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Figure, Time } from "@/components/ui/figures";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchInput } from "@/components/ui/search-input";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { listSegments } from "@/lib/segments";
import { create } from "./actions";

export const metadata: Metadata = { title: "Segments" };

const PAGE_SIZE = 50;
const one = z.string().max(200).optional().catch(undefined);
const search = z.object({ q: one, cursor: one });

/** The lists of members that campaigns can name. */
export default async function SegmentsPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "members:read")) return <NoAccess permission="members:read" />;
  const filter = search.parse(await searchParams);
  const { q, cursor } = filter;
  const page = await listSegments(ctx, { q, cursor, limit: PAGE_SIZE });
  const path = `/p/${program.slug}/segments`;
  const newSegment = can(ctx.actor, "segments:write") && (
    <SegmentDialog
      segment={null}
      save={create}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden="true" />
          New segment
        </Button>
      }
    />
  );
  return (
    <>
      <PageHeader
        title="Segments"
        description="Lists of members that campaigns can be for"
        actions={newSegment}
      />
      <SearchInput label="Search segments" placeholder="Name or code" className="mb-3 w-full sm:w-80" />
      <div className="overflow-hidden rounded-lg border bg-surface">
        <DataTable
          caption="Segments"
          rows={page.items}
          rowKey={({ code }) => code}
          rowHref={({ code }) => `${path}/${code}`}
          columns={[
            {
              key: "name",
              header: "Segment",
              cell: ({ name, code }) => (
                <>
                  <span className="block break-words font-medium">{name}</span>
                  <span className="block font-mono text-ink-3 text-xs">{code}</span>
                </>
              ),
            },
            {
              key: "description",
              header: "Description",
              hideBelow: "md",
              cell: ({ description }) => (
                <span className="line-clamp-2 text-ink-2">{description || "–"}</span>
              ),
            },
            {
              key: "created",
              header: "Created",
              hideBelow: "lg",
              cell: ({ createdAt }) => (
                <Time at={createdAt} formats={program} timeStyle="date" className="text-ink-2" />
              ),
            },
            {
              key: "members",
              header: "Members",
              align: "end",
              cell: ({ members }) => <Figure value={members} locale={program.locale} />,
            },
          ]}
          empty={
            q ? (
              <EmptyState
                title="No segment fits"
                icon={<ListChecks aria-hidden="true" />}
                action={<ButtonLink href={path}>Show all segments</ButtonLink>}
              >
                The search looks for a part of the name or the code.
              </EmptyState>
            ) : (
              <EmptyState
                title="No segments yet"
                icon={<ListChecks aria-hidden="true" />}
                action={newSegment}
                example="Members in “Regulars of the old shop” get 50 points for a purchase"
              >
                A segment is a list of members that you keep, by hand, from a table or through campaigns.
              </EmptyState>
            )
          }
        />
        <Pagination
          firstHref={cursor ? listAddress(path, filter) : null}
          nextHref={page.nextCursor && listAddress(path, filter, { cursor: page.nextCursor })}
        />
      </div>
    </>
  );
}
