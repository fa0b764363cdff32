import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { EventTable } from "@/components/merchant/events/event-table";
import { STATUS_WORDS, typeInWords } from "@/components/merchant/events/event-words";
import { RetryAllButton } from "@/components/merchant/events/retry-button";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { ButtonLink } from "@/components/ui/button-link";
import { FilterChip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchInput } from "@/components/ui/search-input";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { fromTypeId, toTypeId } from "@/lib/core/ids";
import { listDeadLetters, listEvents } from "@/lib/events";
import { EVENT_STATUSES } from "@/lib/events/schema";
import { readMember } from "@/lib/members";
import { retryAllEvents, retryEvents } from "./actions";

export const metadata: Metadata = { title: "Events" };

const PAGE_SIZE = 50;
const KINDS = ["purchase", "return"];
const one = z.string().max(256).optional().catch(undefined);
const search = z.object({
  status: z.enum(EVENT_STATUSES).optional().catch(undefined),
  type: one,
  member: one,
  q: one,
  cursor: one,
});

export default async function EventsPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "events:read")) return <NoAccess permission="events:read" />;
  const filter = search.parse(await searchParams);
  const { status, type, q, cursor } = filter;
  const memberId = (filter.member && fromTypeId("mem", filter.member)) || undefined;
  const path = `/p/${program.slug}/events`;
  const address = (changes: Record<string, string | undefined>) => listAddress(path, filter, changes);

  const onlyFailed = status === "dead" && !type && !memberId && !q;
  const [page, letters, member] = await Promise.all([
    listEvents(ctx, { status, type, memberId, q, cursor, limit: PAGE_SIZE }),
    // The errors in words exist for the unfiltered list of failures; elsewhere the event's own page tells.
    onlyFailed ? listDeadLetters(ctx, { cursor, limit: PAGE_SIZE }) : null,
    memberId && can(ctx.actor, "members:read") ? readMember(ctx, memberId) : null,
  ]);
  const errors = new Map(letters?.items.map(({ eventId, message }) => [eventId, message]));
  const mayRetry = can(ctx.actor, "deadletters:retry");
  const filtered = Boolean(status || type || memberId || q);

  return (
    <>
      <PageHeader
        title="Events"
        description="Everything that came in, and what it led to"
        actions={
          status === "dead" && mayRetry && page.items.length > 0 ? (
            <RetryAllButton program={program.slug} retryAll={retryAllEvents} />
          ) : null
        }
      />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SearchInput label="Find by id" placeholder="Event id, yours or ours" className="w-full sm:w-64" />
        <SegmentedLinks
          label="Status"
          items={[
            { label: "All", href: address({ status: undefined }), current: !status },
            ...EVENT_STATUSES.map((value) => ({
              label: STATUS_WORDS[value].label,
              href: address({ status: value }),
              current: status === value,
            })),
          ]}
        />
        <SegmentedLinks
          label="Type"
          items={[
            { label: "Any type", href: address({ type: undefined }), current: !type },
            ...KINDS.map((value) => ({
              label: typeInWords(value),
              href: address({ type: value }),
              current: type === value,
            })),
          ]}
        />
        {type && !KINDS.includes(type) && (
          <FilterChip label="Type" value={typeInWords(type)} removeHref={address({ type: undefined })} />
        )}
        {memberId && (
          <FilterChip
            label="Member"
            value={member?.name ?? filter.member}
            removeHref={address({ member: undefined })}
          />
        )}
      </div>
      <div className="overflow-hidden rounded-lg border bg-surface">
        <EventTable
          events={page.items.map((event) => ({
            ...event,
            id: toTypeId("evt", event.eventId),
            error: errors.get(event.eventId) ?? event.errorCode,
          }))}
          program={program}
          retry={mayRetry ? retryEvents : null}
          showErrors={status === "dead"}
          empty={
            filtered ? (
              <EmptyState
                title={status === "dead" ? "Nothing has failed" : "No event fits"}
                icon={<ScrollText aria-hidden="true" />}
                action={<ButtonLink href={path}>Show all events</ButtonLink>}
              >
                {status === "dead"
                  ? "Events that cannot be posted wait here with their error until somebody retries them."
                  : "Take a filter off to see more."}
              </EmptyState>
            ) : (
              <EmptyState
                title="No events yet"
                icon={<ScrollText aria-hidden="true" />}
                action={
                  <>
                    <ButtonLink href={`/p/${program.slug}/imports`} variant="primary">
                      Import a file
                    </ButtonLink>
                    <ButtonLink href="/docs/api">Send one over the API</ButtonLink>
                  </>
                }
              >
                A purchase, a return, or anything else that a member does and you report. Each is kept as it
                came, with the decision that it led to.
              </EmptyState>
            )
          }
        />
        <Pagination
          firstHref={cursor ? address({}) : null}
          nextHref={page.nextCursor && address({ cursor: page.nextCursor })}
        />
      </div>
    </>
  );
}
