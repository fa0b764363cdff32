import { Mails, MailWarning } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { ActionButton } from "@/components/merchant/action-button";
import { listAddress } from "@/components/merchant/list-address";
import { MAIL_WORDS, mailKind } from "@/components/merchant/mail/mail-words";
import { NoAccess } from "@/components/merchant/no-access";
import { StateChip } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Time } from "@/components/ui/figures";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchInput } from "@/components/ui/search-input";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { listMails, type MailDto, mailIsSent } from "@/lib/mail";
import { MAIL_STATES } from "@/lib/mail/schema";
import type { ProgramDto } from "@/lib/programs";
import { retry } from "./actions";

export const metadata: Metadata = { title: "Outgoing mail" };

const PAGE_SIZE = 50;
const search = z.object({
  state: z.enum(MAIL_STATES).optional().catch(undefined),
  to: z.string().trim().toLowerCase().max(254).optional().catch(undefined),
  cursor: z.string().max(200).optional().catch(undefined),
});

/** The mails that members were sent, and how that went; without a mail server, what they would have read. */
export default async function MailPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "mail:manage")) return <NoAccess permission="mail:manage" />;
  const filter = search.parse(await searchParams);
  const { state, to, cursor } = filter;
  const isSent = mailIsSent();
  const page = await listMails(ctx, { state, to: to || undefined, cursor, limit: PAGE_SIZE });
  const path = `/p/${program.slug}/developers/mail`;
  const isFiltered = state !== undefined || Boolean(to);
  return (
    <>
      <PageHeader title="Outgoing mail" description="What members are sent, and how that went" />
      {!isSent && (
        <Notice icon={<MailWarning aria-hidden="true" />} className="mb-5">
          This installation has no mail server: mails are kept here, codes included, so that everything can be
          tried. Set <code className="font-mono">SMTP_URL</code> and they are sent, and codes are shown to
          nobody.
        </Notice>
      )}
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <SegmentedLinks
          label="State"
          items={[
            { label: "All", href: listAddress(path, { to }), current: state === undefined },
            ...MAIL_STATES.map((value) => ({
              label: MAIL_WORDS[value].label,
              href: listAddress(path, { state: value, to }),
              current: state === value,
            })),
          ]}
        />
        <SearchInput
          parameter="to"
          label="Address"
          placeholder="The whole address"
          className="w-full sm:w-72"
        />
      </div>
      <div className="overflow-hidden rounded-lg border bg-surface">
        <DataTable
          caption="Mails"
          rows={page.items}
          rowKey={({ id }) => id}
          columns={columnsFor(program, isSent)}
          empty={
            <EmptyState
              title={isFiltered ? "No mail fits" : "No mail yet"}
              icon={<Mails aria-hidden="true" />}
            >
              Whoever joins, or signs in without a password, is sent a code. What could not be sent is tried
              again for a day. Address and content are removed after 30 days.
            </EmptyState>
          }
        />
        <Pagination
          firstHref={cursor ? listAddress(path, { state, to }) : null}
          nextHref={page.nextCursor && listAddress(path, { state, to }, { cursor: page.nextCursor })}
        />
      </div>
    </>
  );
}

function columnsFor(program: ProgramDto, isSent: boolean): Column<MailDto>[] {
  return [
    {
      key: "mail",
      header: "Mail",
      cell: ({ kind, subject, text, recipient, memberId }) => (
        <>
          <span className="block break-words font-medium">{subject ?? mailKind(kind)}</span>
          <span className="block break-all text-ink-2 text-sm">{recipient ?? "Content removed"}</span>
          {memberId !== null && (
            <Link
              href={`/p/${program.slug}/members/${memberId}`}
              className="text-accent-ink text-xs hover:underline"
            >
              The member
            </Link>
          )}
          {text !== null && (
            <details className="mt-1">
              <summary className="cursor-pointer text-accent-ink text-xs">Read it</summary>
              <pre className="mt-2 max-w-xl whitespace-pre-wrap rounded-md bg-sunken p-3 font-mono text-xs">
                {text}
              </pre>
            </details>
          )}
        </>
      ),
    },
    {
      key: "kind",
      header: "About",
      hideBelow: "lg",
      cell: ({ kind }) => <span className="text-ink-2">{mailKind(kind)}</span>,
    },
    {
      key: "created",
      header: "Written",
      hideBelow: "sm",
      cell: ({ createdAt }) => <Time at={createdAt} formats={program} className="text-ink-2" />,
    },
    {
      key: "state",
      header: "State",
      cell: (mail) => (
        <>
          <StateChip tone={MAIL_WORDS[mail.state].tone}>{MAIL_WORDS[mail.state].label}</StateChip>
          {mail.lastError !== null && <span className="mt-1 block text-ink-3 text-xs">{mail.lastError}</span>}
          {mail.state === "waiting" && mail.nextAttemptAt !== null && mail.attempts > 0 && (
            <span className="block text-ink-3 text-xs">
              Next <Time at={mail.nextAttemptAt} formats={program} />
            </span>
          )}
        </>
      ),
    },
    {
      key: "retry",
      header: <span className="sr-only">Send again</span>,
      align: "end",
      cell: ({ id, kind, state, text }) =>
        isSent &&
        text !== null &&
        (state === "failed" || state === "kept") && (
          <ActionButton
            size="sm"
            aria-label={`Send again: ${mailKind(kind)}`}
            action={retry}
            input={{ program: program.slug, mailId: id }}
            done={{ title: "The mail is sent again" }}
            refused="Not sent again"
          >
            Send again
          </ActionButton>
        ),
    },
  ];
}
