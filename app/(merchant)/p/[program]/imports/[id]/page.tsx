import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { CancelImport, ResumeImport } from "@/components/merchant/imports/import-actions";
import { ImportProgress } from "@/components/merchant/imports/import-progress";
import { FIELD_WORDS, formatBytes, STATE_WORDS } from "@/components/merchant/imports/import-words";
import { MappingForm } from "@/components/merchant/imports/mapping-form";
import { RejectTable } from "@/components/merchant/imports/reject-table";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { StateChip } from "@/components/ui/badge";
import { DefinitionList } from "@/components/ui/definition-list";
import { Time } from "@/components/ui/figures";
import type { Formats } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import type { Ctx } from "@/lib/auth/context";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { listRejects, readImport, readSample } from "@/lib/imports";
import { IMPORT_FIELDS, type ImportDetailDto } from "@/lib/imports/schema";
import { notFoundInstead } from "../../not-found-instead";
import { cancel, previewMapping, resume, start } from "../actions";

export const metadata: Metadata = { title: "Import" };

const PAGE_SIZE = 50;
const search = z.object({ cursor: z.string().max(512).optional().catch(undefined) });

export default async function ImportPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { program: slug, id } = await params;
  const { ctx, program } = await requireMerchant(slug);
  if (!can(ctx.actor, "imports:write")) return <NoAccess permission="imports:write" />;
  const importId = fromTypeId("imp", id);
  if (importId === null) notFound();
  const current = await readImport(ctx, importId).catch(notFoundInstead);
  const { state, fileName, fileBytes, layout } = current;
  const path = `/p/${program.slug}/imports/${id}`;
  const isOpen = state !== "done" && state !== "cancelled";

  return (
    <>
      <PageHeader
        title={<span className="break-all">{fileName}</span>}
        description={`${formatBytes(fileBytes, program.locale)}, ${layout.columns.length} columns`}
        crumbs={[{ href: `/p/${program.slug}/imports`, label: "Imports" }]}
        state={<StateChip tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].label}</StateChip>}
        actions={
          state === "uploaded" ? null : (
            <>
              {isOpen && <CancelImport importId={id} isStarted cancel={cancel} />}
              {state === "failed" && <ResumeImport importId={id} resume={resume} />}
            </>
          )
        }
      />
      <div className="flex flex-col gap-4">
        {current.importedBefore && state === "uploaded" && (
          <Notice tone="warn">
            A file with exactly this content was imported on{" "}
            <Time at={current.importedBefore.createdAt} formats={program} />. Baskets that went in then are
            known and are not posted again.
          </Notice>
        )}
        {state === "uploaded" ? (
          <Mapping ctx={ctx} id={id} importId={importId} />
        ) : (
          <>
            <ImportProgress initial={current} />
            <Rejects
              ctx={ctx}
              importId={importId}
              path={path}
              total={current.linesRejected}
              locale={program.locale}
              cursor={search.parse(await searchParams).cursor}
            />
            <MappingPanel current={current} formats={program} />
          </>
        )}
      </div>
    </>
  );
}

async function Mapping({ ctx, id, importId }: { ctx: Ctx; id: string; importId: string }) {
  const discard = <CancelImport importId={id} isStarted={false} cancel={cancel} />;
  try {
    const sample = await readSample(ctx, importId);
    return (
      <MappingForm importId={id} sample={sample} preview={previewMapping} start={start} discard={discard} />
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return (
      <>
        <Notice tone="bad">{error.publicMessage}</Notice>
        <div>{discard}</div>
      </>
    );
  }
}

async function Rejects({
  ctx,
  importId,
  path,
  total,
  locale,
  cursor,
}: {
  ctx: Ctx;
  importId: string;
  path: string;
  total: number;
  locale: string;
  cursor: string | undefined;
}) {
  if (total === 0) return null;
  const page = await listRejects(ctx, importId, { cursor, limit: PAGE_SIZE });
  return (
    <RejectTable
      rejects={page.items}
      total={total}
      locale={locale}
      downloadHref={`${path}/rejected-lines`}
      firstHref={cursor ? path : null}
      nextHref={page.nextCursor && listAddress(path, {}, { cursor: page.nextCursor })}
    />
  );
}

function MappingPanel({ current, formats }: { current: ImportDetailDto; formats: Formats }) {
  const { mapping, startedAt, finishedAt } = current;
  if (mapping === null) return null;
  const columns = IMPORT_FIELDS.flatMap((field) => {
    const column = mapping.columns[field];
    return column === undefined
      ? []
      : [{ term: FIELD_WORDS[field].label, value: <span className="font-mono text-sm">{column}</span> }];
  });
  const times = [
    { term: "Started", at: startedAt },
    { term: "Ended", at: finishedAt },
  ].flatMap(({ term, at }) => (at === null ? [] : [{ term, value: <Time at={at} formats={formats} /> }]));
  return (
    <Panel title="How the file is read" className="max-w-2xl">
      <DefinitionList
        items={[
          ...columns,
          ...Object.entries(mapping.labels).map(([name, column]) => ({
            term: `Label ${name}`,
            value: <code className="font-mono text-sm">{column}</code>,
          })),
          { term: "Source", value: mapping.source },
          { term: "Unknown members", value: mapping.createMembers ? "Created" : "Rejected" },
          ...times,
        ]}
      />
    </Panel>
  );
}
