import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AdjustDialog } from "@/components/merchant/adjustments/adjust-dialog";
import { EventTable } from "@/components/merchant/events/event-table";
import { listAddress } from "@/components/merchant/list-address";
import { ActivityTimeline } from "@/components/merchant/members/activity-timeline";
import { MemberProfile } from "@/components/merchant/members/member-profile";
import { groupCardNumber, STATUS_WORDS } from "@/components/merchant/members/member-words";
import { StandingPanel } from "@/components/merchant/members/standing-panel";
import { StatementTable } from "@/components/merchant/members/statement-table";
import { StatusAction } from "@/components/merchant/members/status-action";
import { WalletStrip } from "@/components/merchant/members/wallet-strip";
import { NoAccess } from "@/components/merchant/no-access";
import { OpenHolds } from "@/components/merchant/points/open-holds";
import { PointsMenu } from "@/components/merchant/points/points-menu";
import { StateChip } from "@/components/ui/badge";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { readAloneStanding } from "@/lib/adjustments";
import type { Ctx } from "@/lib/auth/context";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { NotFound } from "@/lib/core/errors";
import { fromTypeId, toTypeId } from "@/lib/core/ids";
import { listEvents } from "@/lib/events";
import { readMember } from "@/lib/members";
import type { ProgramDto } from "@/lib/programs";
import { listSegmentsOf } from "@/lib/segments";
import { listStatements } from "@/lib/statements";
import { listTierNames } from "@/lib/tiers";
import { listHolds, readActivity, readWallet, type WalletDto } from "@/lib/wallet";
import { adjust } from "../../approvals/actions";
import { changeMember } from "../actions";
import { captureSetAside, previewReverse, releaseSetAside, reverse, setAside, spend } from "../point-actions";
import { MemberBenefits } from "./member-benefits";
import { MemberPrivacy } from "./member-privacy";
import { MemberRedemptions } from "./member-redemptions";
import { MemberReferrals } from "./member-referrals";
import { MemberTransfers } from "./member-transfers";

export const metadata: Metadata = { title: "Member" };

const PAGE_SIZE = 25;
const search = z.object({
  tab: z
    .enum([
      "activity",
      "redemptions",
      "benefits",
      "transfers",
      "referrals",
      "statements",
      "events",
      "privacy",
    ])
    .catch("activity"),
  cursor: z.string().max(512).optional().catch(undefined),
});

type List = { ctx: Ctx; program: ProgramDto; memberId: string; path: string; cursor?: string };

export default async function MemberPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { program: slug, id } = await params;
  const { ctx, program } = await requireMerchant(slug);
  if (!can(ctx.actor, "members:read")) return <NoAccess permission="members:read" />;
  const memberId = fromTypeId("mem", id);
  if (memberId === null) notFound();
  const member = await readMember(ctx, memberId).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const mayAdjust = can(ctx.actor, "points:adjust") && member.status !== "closed";
  const [wallet, tiers, segments, alone] = await Promise.all([
    readWallet(ctx, memberId),
    listTierNames(ctx),
    listSegmentsOf(ctx, memberId),
    mayAdjust ? readAloneStanding(ctx, memberId) : null,
  ]);
  const { tab, cursor } = search.parse(await searchParams);
  const path = `/p/${slug}/members/${id}`;
  const mayWrite = can(ctx.actor, "members:write");
  const list: List = { ctx, program, memberId, path, cursor };
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/p/${slug}/members`, label: "Members" }]}
        title={member.name}
        state={
          <StateChip tone={STATUS_WORDS[member.status].tone}>{STATUS_WORDS[member.status].label}</StateChip>
        }
        description={<span className="font-mono text-sm">{groupCardNumber(member.cardNumber)}</span>}
        actions={
          <>
            {can(ctx.actor, "points:spend") && member.status === "active" && (
              <PointsMenu
                memberId={id}
                name={member.name}
                available={wallet.available}
                holds={program.ledgerPolicy.holds}
                spend={spend}
                setAside={setAside}
              />
            )}
            {alone !== null && (
              <AdjustDialog
                memberId={id}
                name={member.name}
                pointTypes={adjustableTypes(program, wallet)}
                debt={wallet.debt}
                alone={alone}
                adjust={adjust}
              />
            )}
            {mayWrite && (
              <StatusAction
                program={slug}
                memberId={id}
                name={member.name}
                status={member.status}
                changeMember={changeMember}
              />
            )}
          </>
        }
      />
      <WalletStrip wallet={wallet} locale={program.locale} />
      {wallet.held > 0 && <MemberHolds ctx={ctx} memberId={memberId} />}
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 overflow-hidden rounded-lg border bg-surface">
          <LinkTabs
            label="About this member"
            className="border-b-0 px-4.5 pt-1.5"
            tabs={[
              { label: "Activity", href: path, current: tab === "activity" },
              ...(can(ctx.actor, "redemptions:read")
                ? [
                    {
                      label: "Redemptions",
                      href: listAddress(path, { tab: "redemptions" }),
                      current: tab === "redemptions",
                    },
                  ]
                : []),
              {
                label: "Benefits",
                href: listAddress(path, { tab: "benefits" }),
                current: tab === "benefits",
              },
              {
                label: "Transfers",
                href: listAddress(path, { tab: "transfers" }),
                current: tab === "transfers",
              },
              {
                label: "Referrals",
                href: listAddress(path, { tab: "referrals" }),
                current: tab === "referrals",
              },
              {
                label: "Statements",
                href: listAddress(path, { tab: "statements" }),
                current: tab === "statements",
              },
              ...(can(ctx.actor, "events:read")
                ? [{ label: "Events", href: listAddress(path, { tab: "events" }), current: tab === "events" }]
                : []),
              { label: "Privacy", href: listAddress(path, { tab: "privacy" }), current: tab === "privacy" },
            ]}
          />
          {tab === "redemptions" && can(ctx.actor, "redemptions:read") ? (
            <MemberRedemptions {...list} />
          ) : tab === "benefits" ? (
            <MemberBenefits {...list} />
          ) : tab === "transfers" ? (
            <MemberTransfers {...list} />
          ) : tab === "referrals" ? (
            <MemberReferrals {...list} />
          ) : tab === "statements" ? (
            <MemberStatements {...list} />
          ) : tab === "privacy" ? (
            <MemberPrivacy {...list} name={member.name} isClosed={member.status === "closed"} />
          ) : tab === "events" && can(ctx.actor, "events:read") ? (
            <MemberEvents {...list} />
          ) : (
            <MemberActivity {...list} />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <StandingPanel
            id={id}
            member={member}
            tiers={tiers}
            segments={segments}
            home={`/p/${slug}`}
            locale={program.locale}
            changeMember={mayWrite && member.status !== "closed" ? changeMember : null}
          />
          <MemberProfile
            id={id}
            member={member}
            program={program}
            changeMember={mayWrite && member.status !== "closed" ? changeMember : null}
          />
        </div>
      </div>
    </>
  );
}

function adjustableTypes({ pointType: { code, name } }: ProgramDto, wallet: WalletDto) {
  return [{ code, name, available: wallet.available }, ...wallet.otherTypes];
}

const OPEN_HOLDS = 20;

async function MemberHolds({ ctx, memberId }: Pick<List, "ctx" | "memberId">) {
  const page = await listHolds(ctx, memberId, { state: "open", limit: OPEN_HOLDS });
  return (
    <OpenHolds
      holds={page.items.map(({ holdId, reason, reference, points, remaining, expiresAt }) => ({
        id: toTypeId("hold", holdId),
        reason,
        reference,
        points,
        remaining,
        expiresAt,
      }))}
      hasMore={page.nextCursor !== null}
      actions={can(ctx.actor, "points:spend") ? { capture: captureSetAside, release: releaseSetAside } : null}
    />
  );
}

async function MemberActivity({ ctx, program, memberId, path, cursor }: List) {
  const page = await readActivity(ctx, memberId, { cursor, limit: PAGE_SIZE });
  if (page.items.length === 0) {
    return (
      <p className="border-t px-4.5 py-10 text-center text-ink-2">
        Nothing has moved this member’s {program.pointType.name} yet.
      </p>
    );
  }
  return (
    <>
      <ActivityTimeline
        entries={page.items.map((entry) => ({
          ...entry,
          id: toTypeId("act", entry.causeId),
          eventId: entry.isEvent ? toTypeId("evt", entry.causeId) : null,
        }))}
        reversal={can(ctx.actor, "points:reverse") ? { preview: previewReverse, reverse } : null}
        formats={program}
        eventsHref={can(ctx.actor, "events:read") ? `/p/${program.slug}/events` : null}
      />
      <Pagination
        firstHref={cursor ? path : null}
        nextHref={
          page.nextCursor && listAddress(path, { cursor: page.nextCursor }, { cursor: page.nextCursor })
        }
      />
    </>
  );
}

async function MemberStatements({ ctx, program, memberId, path, cursor }: List) {
  const page = await listStatements(ctx, memberId, { cursor, limit: PAGE_SIZE });
  const tab = { tab: "statements" };
  if (page.items.length === 0) {
    return (
      <p className="border-t px-4.5 py-10 text-center text-ink-2">
        A statement is made when a month is over in which there were {program.pointType.name}.
      </p>
    );
  }
  return (
    <div className="border-t">
      <StatementTable statements={page.items} locale={program.locale} />
      <Pagination
        firstHref={cursor ? listAddress(path, tab) : null}
        nextHref={page.nextCursor && listAddress(path, tab, { cursor: page.nextCursor })}
      />
    </div>
  );
}

async function MemberEvents({ ctx, program, memberId, path, cursor }: List) {
  const page = await listEvents(ctx, { memberId, cursor, limit: PAGE_SIZE });
  const tab = { tab: "events" };
  return (
    <div className="border-t">
      <EventTable
        events={page.items.map((event) => ({
          ...event,
          id: toTypeId("evt", event.eventId),
          error: event.errorCode,
        }))}
        program={program}
        retry={null}
        showMember={false}
        empty={<p className="px-4.5 py-10 text-center text-ink-2">No events of this member yet.</p>}
      />
      <Pagination
        firstHref={cursor ? listAddress(path, tab) : null}
        nextHref={page.nextCursor && listAddress(path, tab, { cursor: page.nextCursor })}
      />
    </div>
  );
}
