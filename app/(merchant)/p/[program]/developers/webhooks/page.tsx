import { Webhook } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { ActionButton } from "@/components/merchant/action-button";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { CALL_WORDS } from "@/components/merchant/webhooks/call-words";
import { SecretPanel } from "@/components/merchant/webhooks/secret-panel";
import { StateChip } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Time } from "@/components/ui/figures";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { toTypeId } from "@/lib/core/ids";
import type { ProgramDto } from "@/lib/programs";
import { listCalls, readSecret, type WebhookCallDto } from "@/lib/webhooks";
import { CALL_STATES } from "@/lib/webhooks/schema";
import { retry, rotate } from "./actions";

export const metadata: Metadata = { title: "Webhooks" };

const PAGE_SIZE = 50;
const search = z.object({
  state: z.enum(CALL_STATES).optional().catch(undefined),
  cursor: z.string().max(200).optional().catch(undefined),
});

/** The calls that campaigns have asked for, how they went, and what they are signed with. */
export default async function WebhooksPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "webhooks:manage")) return <NoAccess permission="webhooks:manage" />;
  const filter = search.parse(await searchParams);
  const { state, cursor } = filter;
  const [page, secret] = await Promise.all([
    listCalls(ctx, { state, cursor, limit: PAGE_SIZE }),
    readSecret(ctx),
  ]);
  const path = `/p/${program.slug}/developers/webhooks`;
  return (
    <>
      <PageHeader title="Webhooks" description="Calls of your other systems that campaigns have asked for" />
      <SecretPanel secret={secret} rotate={rotate} />
      <SegmentedLinks
        label="State"
        className="mt-5 mb-3"
        items={[
          { label: "All", href: path, current: state === undefined },
          ...CALL_STATES.map((value) => ({
            label: CALL_WORDS[value].label,
            href: listAddress(path, { state: value }),
            current: state === value,
          })),
        ]}
      />
      <div className="overflow-hidden rounded-lg border bg-surface">
        <DataTable
          caption="Webhook calls"
          rows={page.items}
          rowKey={({ callId }) => callId}
          columns={columnsFor(program)}
          empty={
            <EmptyState
              title={state === undefined ? "No calls yet" : "No call is in this state"}
              icon={<Webhook aria-hidden="true" />}
            >
              A campaign makes one with the effect “Call a webhook”. A call that is not answered with a status
              of 2xx is tried again, up to twelve times in 24 hours.
            </EmptyState>
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

function columnsFor(program: ProgramDto): Column<WebhookCallDto>[] {
  return [
    {
      key: "call",
      header: "Call",
      cell: ({ topic, url, memberId }) => (
        <>
          <span className="block break-words font-medium">{topic}</span>
          <span className="block break-all font-mono text-ink-3 text-xs">{url}</span>
          <Link
            href={`/p/${program.slug}/members/${toTypeId("mem", memberId)}`}
            className="text-accent-ink text-xs hover:underline"
          >
            The member
          </Link>
        </>
      ),
    },
    {
      key: "created",
      header: "Asked for",
      hideBelow: "md",
      cell: ({ createdAt }) => <Time at={createdAt} formats={program} className="text-ink-2" />,
    },
    {
      key: "attempts",
      header: "Attempts",
      hideBelow: "sm",
      align: "end",
      cell: ({ attempts }) => attempts,
    },
    {
      key: "state",
      header: "State",
      cell: (call) => (
        <>
          <StateChip tone={CALL_WORDS[call.state].tone}>{CALL_WORDS[call.state].label}</StateChip>
          <span className="mt-1 block text-ink-3 text-xs">
            {call.lastError ?? (call.lastStatus === null ? "" : `It answered ${call.lastStatus}.`)}
            {call.state === "waiting" && call.nextAttemptAt !== null && call.attempts > 0 && (
              <>
                {" "}
                Next <Time at={call.nextAttemptAt} formats={program} />
              </>
            )}
          </span>
        </>
      ),
    },
    {
      key: "retry",
      header: <span className="sr-only">Try again</span>,
      align: "end",
      cell: ({ callId, topic, state }) =>
        state === "failed" && (
          <ActionButton
            size="sm"
            aria-label={`Try the call about ${topic} again`}
            action={retry}
            input={{ program: program.slug, callId: toTypeId("call", callId) }}
            done={{ title: "The call is made again" }}
            refused="Not tried again"
          >
            Try again
          </ActionButton>
        ),
    },
  ];
}
