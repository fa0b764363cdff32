import { TriangleAlert } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Basket } from "@/components/merchant/events/basket";
import { DecisionList } from "@/components/merchant/events/decision-list";
import { STATUS_WORDS, typeInWords } from "@/components/merchant/events/event-words";
import { RetryButton } from "@/components/merchant/events/retry-button";
import { ReturnDialog } from "@/components/merchant/events/return-dialog";
import { TransferTable } from "@/components/merchant/events/transfer-table";
import { NoAccess } from "@/components/merchant/no-access";
import { StateChip } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { DefinitionList } from "@/components/ui/definition-list";
import { PointsDelta, Time } from "@/components/ui/figures";
import { formatDay } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { NotFound } from "@/lib/core/errors";
import { fromTypeId, toTypeId } from "@/lib/core/ids";
import { readEvent, type StoredPurchase } from "@/lib/events";
import { benefitsExplained, readOutcome } from "@/lib/wallet";
import { retryEvents } from "../actions";
import { lookAtReturn, sendReturn } from "../return-actions";

export const metadata: Metadata = { title: "Event" };

export default async function EventPage({ params }: { params: Promise<{ program: string; id: string }> }) {
  const { program: slug, id } = await params;
  const { ctx, program } = await requireMerchant(slug);
  if (!can(ctx.actor, "events:read")) return <NoAccess permission="events:read" />;
  const eventId = fromTypeId("evt", id);
  if (eventId === null) notFound();
  const event = await readEvent(ctx, eventId).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });

  const home = `/p/${slug}`;
  const status = STATUS_WORDS[event.status];
  const { payload, decision, deadLetter, transfers } = event;
  const outcome = decision && (await readOutcome(ctx, decision.outcome));
  const day = (iso: string) => formatDay(iso, "date", program.locale);
  const besides = outcome === null ? [] : benefitsExplained(outcome, { day });
  const memberName = event.memberName ?? "Unknown member";
  return (
    <>
      <PageHeader
        crumbs={[{ href: `${home}/events`, label: "Events" }]}
        title={typeInWords(event.type)}
        state={<StateChip tone={status.tone}>{status.label}</StateChip>}
        description={<Time at={event.occurredAt} formats={program} />}
        actions={
          payload.type === "purchase" &&
          decision !== null &&
          can(ctx.actor, "events:write") && (
            <ReturnDialog eventId={id} actions={{ look: lookAtReturn, send: sendReturn }} />
          )
        }
      />
      {deadLetter && (
        <Notice tone="bad" icon={<TriangleAlert aria-hidden="true" />} className="mb-4">
          <p className="font-medium">{deadLetter.message}</p>
          <p className="mt-0.5 text-sm">
            Tried {deadLetter.attempts === 1 ? "once" : `${deadLetter.attempts} times`}, last{" "}
            <Time at={deadLetter.failedAt} formats={program} />. The event is kept as it came; nothing was
            posted. Error <code className="font-mono">{deadLetter.code}</code>.
          </p>
          {can(ctx.actor, "deadletters:retry") && (
            <div className="mt-3 text-ink">
              <RetryButton program={slug} eventId={id} retry={retryEvents} />
            </div>
          )}
        </Notice>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel
            title="Decision"
            note={
              decision && <PointsDelta points={decision.points} locale={program.locale} className="text-lg" />
            }
            actions={
              decision && <span className="text-ink-3 text-xs">rule set {decision.ruleSetVersion}</span>
            }
            flush
          >
            {outcome === null ? (
              <p className="border-t px-4.5 py-6 text-ink-2">
                {event.status === "queued"
                  ? "The event waits in the queue. Its decision appears here once it is posted."
                  : "Posting failed before anything was decided."}
              </p>
            ) : outcome.campaigns.length === 0 ? (
              <TakenBack rows={outcome.takenBack ?? []} locale={program.locale} />
            ) : (
              <div className="border-t">
                <DecisionList
                  verdicts={outcome.campaigns.map((verdict) => ({
                    ...verdict,
                    campaignId: toTypeId("camp", verdict.campaignId),
                  }))}
                  locale={program.locale}
                  campaignsHref={can(ctx.actor, "campaigns:read") ? `${home}/campaigns` : null}
                />
              </div>
            )}
          </Panel>
          {besides.length > 0 && (
            <Panel title="Besides points" flush>
              <ul className="divide-y border-t">
                {besides.map(({ title, reason }) => (
                  <li key={`${title} ${reason}`} className="px-4.5 py-2.5">
                    {reason} <span className="text-ink-3 text-sm">{title}</span>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          {payload.type === "purchase" && (
            <Panel title="Basket" flush>
              <Basket
                lines={payload.lines}
                amountMinor={payload.amountMinor}
                currency={payload.currency}
                formats={program}
              />
            </Panel>
          )}
          {transfers.length > 0 && (
            <Panel title="Ledger" flush>
              <TransferTable transfers={transfers} locale={program.locale} />
            </Panel>
          )}
          <Panel title="As it came in">
            <CodeBlock label="Payload" value={payload} />
          </Panel>
        </div>
        <Panel title="Details">
          <DefinitionList
            items={[
              {
                term: "Member",
                value: (
                  <Link
                    href={`${home}/members/${toTypeId("mem", event.memberId)}`}
                    className="font-medium text-accent-ink hover:underline"
                  >
                    {memberName}
                  </Link>
                ),
              },
              { term: "Happened", value: <Time at={event.occurredAt} formats={program} /> },
              { term: "Received", value: <Time at={event.receivedAt} formats={program} /> },
              {
                term: "Posted",
                value: decision ? <Time at={decision.postedAt} formats={program} /> : "–",
              },
              ...(payload.type === "purchase" ? circumstancesOf(payload) : []),
              { term: "Source", value: event.source },
              {
                term: "Sender's id",
                value: <Identifier value={event.externalId} label="Copy sender's id" />,
              },
              { term: "Event id", value: <Identifier value={id} label="Copy event id" /> },
            ]}
          />
        </Panel>
      </div>
    </>
  );
}

/** Where, how and with what a purchase was made, as far as the sender said. */
function circumstancesOf({ store, channel, device, codes }: StoredPurchase) {
  const texts = { Store: store, Channel: channel, Device: device, Codes: codes?.join(", ") };
  return Object.entries(texts).flatMap(([term, value]) => (value === undefined ? [] : { term, value }));
}

function Identifier({ value, label }: { value: string; label: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      <code className="break-all font-mono text-sm">{value}</code>
      <CopyButton value={value} label={label} />
    </span>
  );
}

function TakenBack({
  rows,
  locale,
}: {
  rows: { campaignId: string; name: string; points: number }[];
  locale: string;
}) {
  if (rows.length === 0) {
    return (
      <p className="border-t px-4.5 py-6 text-ink-2">No campaign looked at this event; it moved no points.</p>
    );
  }
  return (
    <ul className="divide-y border-t">
      {rows.map((row) => (
        <li key={row.campaignId} className="flex justify-between gap-4 px-4.5 py-2.5">
          <span>
            {row.name} <span className="text-ink-3 text-sm">taken back with the goods</span>
          </span>
          <PointsDelta points={-row.points} locale={locale} />
        </li>
      ))}
    </ul>
  );
}
