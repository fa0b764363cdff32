import { UserRoundPlus, Users } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { listAddress } from "@/components/merchant/list-address";
import { groupCardNumber, STATUS_WORDS } from "@/components/merchant/members/member-words";
import { NewMemberDialog } from "@/components/merchant/members/new-member-dialog";
import { NoAccess } from "@/components/merchant/no-access";
import { Avatar } from "@/components/ui/avatar";
import { StateChip } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Figure, Time } from "@/components/ui/figures";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchInput } from "@/components/ui/search-input";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { toTypeId } from "@/lib/core/ids";
import { type MemberDto, searchMembers } from "@/lib/members";
import { MEMBER_STATUSES } from "@/lib/members/schema";
import { addMember } from "./actions";

export const metadata: Metadata = { title: "Members" };

const PAGE_SIZE = 50;
const one = z.string().max(200).optional().catch(undefined);
const search = z.object({ q: one, status: z.enum(MEMBER_STATUSES).optional().catch(undefined), cursor: one });

export default async function MembersPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "members:read")) return <NoAccess permission="members:read" />;
  const filter = search.parse(await searchParams);
  const { q, status, cursor } = filter;
  const page = await searchMembers(ctx, { q, status, cursor, limit: PAGE_SIZE });
  const path = `/p/${program.slug}/members`;
  const address = (changes: Record<string, string | undefined>) => listAddress(path, filter, changes);
  const mayWrite = can(ctx.actor, "members:write");
  const newMember = mayWrite && (
    <NewMemberDialog
      program={program.slug}
      addMember={addMember}
      trigger={
        <Button variant="primary">
          <UserRoundPlus aria-hidden="true" />
          New member
        </Button>
      }
    />
  );

  return (
    <>
      <PageHeader title="Members" description={`Everybody in ${program.name}`} actions={newMember} />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SearchInput
          label="Search members"
          placeholder="Name, e-mail, phone, card or customer number"
          className="w-full sm:w-96"
        />
        <SegmentedLinks
          label="Status"
          items={[
            { label: "All", href: address({ status: undefined }), current: !status },
            ...MEMBER_STATUSES.map((value) => ({
              label: STATUS_WORDS[value].label,
              href: address({ status: value }),
              current: status === value,
            })),
          ]}
        />
      </div>
      <div className="overflow-hidden rounded-lg border bg-surface">
        <DataTable
          caption="Members"
          rows={page.items}
          rowKey={(member) => member.memberId}
          rowHref={(member) => `${path}/${toTypeId("mem", member.memberId)}`}
          columns={[
            { key: "name", header: "Member", cell: (member) => <Name member={member} /> },
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
            {
              key: "externalId",
              header: "Customer number",
              hideBelow: "lg",
              cell: (member) => <span className="text-ink-2">{member.externalId ?? "–"}</span>,
            },
            {
              key: "joined",
              header: "Joined",
              hideBelow: "md",
              cell: (member) => (
                <Time at={member.joinedAt} formats={program} timeStyle="date" className="text-ink-2" />
              ),
            },
            {
              key: "status",
              header: "Status",
              cell: (member) => (
                <StateChip tone={STATUS_WORDS[member.status].tone}>
                  {STATUS_WORDS[member.status].label}
                </StateChip>
              ),
            },
          ]}
          empty={
            q || status ? (
              <EmptyState
                title="Nobody fits"
                icon={<Users aria-hidden="true" />}
                action={<ButtonLink href={path}>Show all members</ButtonLink>}
              >
                {q
                  ? "The search looks at the beginnings of names, e-mail addresses, phone, card and customer numbers."
                  : "No member has this status."}
              </EmptyState>
            ) : (
              <EmptyState
                title="No members yet"
                icon={<Users aria-hidden="true" />}
                action={
                  <>
                    {newMember}
                    <ButtonLink href={`/p/${program.slug}/imports`}>Import a file</ButtonLink>
                  </>
                }
                example={
                  <>
                    People join by themselves at <code className="font-mono">/club/{program.slug}/join</code>
                  </>
                }
              >
                Members collect points. Add one by hand, import past purchases with their customers, or share
                the join page.
              </EmptyState>
            )
          }
        />
        <Pagination
          firstHref={cursor ? address({}) : null}
          nextHref={page.nextCursor && address({ cursor: page.nextCursor })}
          summary={
            page.items.length > 0 && (
              <>
                <Figure value={page.items.length} locale={program.locale} /> on this page
              </>
            )
          }
        />
      </div>
    </>
  );
}

function Name({ member }: { member: MemberDto }) {
  return (
    <span className="flex items-center gap-3">
      <Avatar name={member.name} size={32} />
      <span className="min-w-0">
        <span className="block font-medium">{member.name}</span>
        <span className="block max-w-[36vw] truncate text-ink-3 text-xs sm:max-w-none">
          {member.email ?? member.phone ?? "No contact details"}
        </span>
      </span>
    </span>
  );
}
