import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { nameOf } from "@/components/merchant/adjustments/adjustment-words";
import { CreditActions } from "@/components/merchant/credits/credit-actions";
import { CreditPreview } from "@/components/merchant/credits/credit-preview";
import { CreditProgress } from "@/components/merchant/credits/credit-progress";
import { STATE_WORDS } from "@/components/merchant/credits/credit-words";
import { RefusedTable } from "@/components/merchant/credits/refused-table";
import { formatBytes } from "@/components/merchant/imports/import-words";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { StateChip } from "@/components/ui/badge";
import { DefinitionList } from "@/components/ui/definition-list";
import { Time } from "@/components/ui/figures";
import type { Formats } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { readAloneStanding } from "@/lib/adjustments";
import { actorRef } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { fromTypeId } from "@/lib/core/ids";
import { type CreditJobDetail, listRefused, readCredits } from "@/lib/credits";
import { notFoundInstead } from "../../not-found-instead";
import { approve, cancel, confirm, resume } from "../actions";

export const metadata: Metadata = { title: "Bulk credits" };

const PAGE_SIZE = 50;
const search = z.object({ cursor: z.string().max(512).optional().catch(undefined) });

export default async function CreditJobPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { program: slug, id } = await params;
  const { ctx, program } = await requireMerchant(slug);
  if (!can(ctx.actor, "points:adjust")) return <NoAccess permission="points:adjust" />;
  const jobId = fromTypeId("job", id);
  if (jobId === null) notFound();
  const [job, alone] = await Promise.all([
    readCredits(ctx, jobId).catch(notFoundInstead),
    readAloneStanding(ctx, null),
  ]);
  const { cursor } = search.parse(await searchParams);
  const refused =
    job.linesRefused === 0
      ? null
      : await listRefused(ctx, jobId, { ...(cursor === undefined ? {} : { cursor }), limit: PAGE_SIZE });
  const path = `/p/${program.slug}/credits/${id}`;
  return (
    <>
      <PageHeader
        title={<span className="break-all">{job.fileName}</span>}
        description={formatBytes(job.fileBytes, program.locale)}
        crumbs={[{ href: `/p/${program.slug}/credits`, label: "Bulk credits" }]}
        state={<StateChip tone={STATE_WORDS[job.state].tone}>{STATE_WORDS[job.state].label}</StateChip>}
        actions={
          <CreditActions
            job={job}
            viewer={{ ref: actorRef(ctx.actor), mayApprove: can(ctx.actor, "adjustments:approve") }}
            alone={alone}
            actions={{ confirm, approve, cancel, resume }}
          />
        }
      />
      <div className="flex flex-col gap-4">
        {job.uploadedBefore && job.state === "ready" && (
          <Notice tone="warn">
            A file with exactly this content was uploaded on{" "}
            <Time at={job.uploadedBefore.uploadedAt} formats={program} />. Confirming this one gives its
            points again.
          </Notice>
        )}
        <CreditProgress initial={job} />
        <CreditPreview job={job} program={program.slug} locale={program.locale} />
        {refused && (
          <RefusedTable
            lines={refused.items}
            refusals={job.refusals}
            locale={program.locale}
            downloadHref={`${path}/refused-lines`}
            firstHref={cursor ? path : null}
            nextHref={refused.nextCursor && listAddress(path, {}, { cursor: refused.nextCursor })}
          />
        )}
        <Record job={job} formats={program} />
      </div>
    </>
  );
}

/** Who did what, when. */
function Record({ job, formats }: { job: CreditJobDetail; formats: Formats }) {
  const steps = [
    { term: "Uploaded", by: job.uploadedBy, at: job.uploadedAt },
    { term: "Confirmed", by: job.confirmedBy, at: job.confirmedAt },
    { term: "Approved", by: job.approvedBy, at: job.approvedAt },
  ].flatMap(({ term, by, at }) =>
    by === null || at === null
      ? []
      : [
          {
            term,
            value: (
              <>
                <Time at={at} formats={formats} /> by {nameOf(by)}
              </>
            ),
          },
        ],
  );
  const more = [
    { term: "Note", value: job.decisionNote },
    { term: "Reason", value: job.reason },
    { term: "Ended", value: job.finishedAt && <Time at={job.finishedAt} formats={formats} /> },
  ].filter(({ value }) => value !== null);
  return (
    <Panel title="Record" className="max-w-2xl">
      <DefinitionList items={[...steps, ...more]} />
    </Panel>
  );
}
