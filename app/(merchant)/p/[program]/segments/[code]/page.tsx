import { UserRoundPlus, Users } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { listAddress } from "@/components/merchant/list-address";
import { groupCardNumber } from "@/components/merchant/members/member-words";
import { NoAccess } from "@/components/merchant/no-access";
import { AddMembersDialog } from "@/components/merchant/segments/add-members-dialog";
import { DeleteSegmentButton, RemoveMemberButton } from "@/components/merchant/segments/remove-buttons";
import { SegmentDialog } from "@/components/merchant/segments/segment-dialog";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatNumber } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchInput } from "@/components/ui/search-input";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import type { MemberDto } from "@/lib/members";
import { listSegmentMembers, readSegment } from "@/lib/segments";
import { addMembers, change, remove, removeMembers } from "../actions";

export const metadata: Metadata = { title: "Segment" };

const PAGE_SIZE = 50;
const one = z.string().max(200).optional().catch(undefined);
const search = z.object({ q: one, cursor: one });

/** Who is on a list. */
export default async function SegmentPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string; code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { program: slug, code } = await params;
  const { ctx, program } = await requireMerchant(slug);
  if (!can(ctx.actor, "members:read")) return <NoAccess permission="members:read" />;
  const segment = await readSegment(ctx, code).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const filter = search.parse(await searchParams);
  const { q, cursor } = filter;
  const page = await listSegmentMembers(ctx, code, { q, cursor, limit: PAGE_SIZE });
  const home = `/p/${slug}`;
  const path = `${home}/segments/${code}`;
  const mayWrite = can(ctx.actor, "segments:write");
  const addition = mayWrite && (
    <AddMembersDialog
      code={code}
      add={addMembers}
      trigger={
        <Button variant="primary">
          <UserRoundPlus aria-hidden="true" />
          Add members
        </Button>
      }
    />
  );
  const columns: Column<MemberDto>[] = [
    {
      key: "name",
      header: "Member",
      cell: (member) => (
        <span className="flex items-center gap-3">
          <Avatar name={member.name} size={32} />
          <span className="min-w-0">
            <span className="block break-words font-medium">{member.name}</span>
            <span className="block break-all text-ink-3 text-xs">{member.email ?? member.externalId}</span>
          </span>
        </span>
      ),
    },
    {
      key: "card",
      header: "Card",
      hideBelow: "sm",
      cell: (member) => (
        <span className="whitespace-nowrap font-mono text-ink-2 text-sm">
          {groupCardNumber(member.cardNumber)}
        </span>
      ),
    },
  ];
  if (mayWrite) {
    columns.push({
      key: "remove",
      header: <span className="sr-only">Remove</span>,
      align: "end",
      cell: ({ memberId, name }) => (
        <RemoveMemberButton
          code={code}
          memberId={toTypeId("mem", memberId)}
          name={name}
          remove={removeMembers}
        />
      ),
    });
  }
  return (
    <>
      <PageHeader
        crumbs={[{ href: `${home}/segments`, label: "Segments" }]}
        title={segment.name}
        description={
          <>
            <span className="font-mono text-sm">{segment.code}</span> ·{" "}
            {formatNumber(segment.members, program.locale)} {segment.members === 1 ? "member" : "members"}
          </>
        }
        actions={
          mayWrite && (
            <>
              <DeleteSegmentButton segment={segment} remove={remove} />
              <SegmentDialog segment={segment} save={change} trigger={<Button>Edit</Button>} />
              {addition}
            </>
          )
        }
      />
      {segment.description !== "" && (
        <p className="-mt-2 mb-4 max-w-2xl text-pretty text-ink-2">{segment.description}</p>
      )}
      <SearchInput
        label="Search this segment"
        placeholder="Name, e-mail, phone, card or customer number"
        className="mb-3 w-full sm:w-96"
      />
      <div className="overflow-hidden rounded-lg border bg-surface">
        <DataTable
          caption={`Members of ${segment.name}`}
          rows={page.items}
          rowKey={({ memberId }) => memberId}
          rowHref={({ memberId }) => `${home}/members/${toTypeId("mem", memberId)}`}
          columns={columns}
          empty={
            q ? (
              <EmptyState
                title="Nobody fits"
                icon={<Users aria-hidden="true" />}
                action={<ButtonLink href={path}>Show all members of the segment</ButtonLink>}
              >
                The search looks at the beginnings of names, addresses and numbers.
              </EmptyState>
            ) : (
              <EmptyState title="Nobody is on it yet" icon={<Users aria-hidden="true" />} action={addition}>
                Add members by hand or paste a column of a table. Campaigns can add and remove members too.
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
