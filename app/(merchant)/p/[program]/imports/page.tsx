import { FileUp } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { ExampleFile } from "@/components/merchant/imports/example-file";
import { ImportTable } from "@/components/merchant/imports/import-table";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { listImports } from "@/lib/imports";

export const metadata: Metadata = { title: "Imports" };

const PAGE_SIZE = 25;
const search = z.object({ cursor: z.string().max(512).optional().catch(undefined) });

export default async function ImportsPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "imports:write")) return <NoAccess permission="imports:write" />;
  const { cursor } = search.parse(await searchParams);
  const page = await listImports(ctx, { cursor, limit: PAGE_SIZE });
  const path = `/p/${program.slug}/imports`;
  const importLink = (
    <ButtonLink href={`${path}/new`} variant="primary">
      <FileUp aria-hidden="true" />
      Import a file
    </ButtonLink>
  );

  return (
    <>
      <PageHeader
        title="Imports"
        description="Purchases from files, each posted once"
        actions={page.items.length > 0 ? importLink : null}
      />
      <div className="overflow-hidden rounded-lg border bg-surface">
        {page.items.length === 0 ? (
          <EmptyState
            title="Bring your purchases in"
            icon={<FileUp aria-hidden="true" />}
            action={importLink}
            example={<ExampleFile />}
          >
            Upload what your till or shop exports: one line for each product sold. Lines of the same receipt
            become one purchase, and your campaigns decide what it earns.
          </EmptyState>
        ) : (
          <ImportTable imports={page.items} program={program.slug} formats={program} />
        )}
        <Pagination
          firstHref={cursor ? path : null}
          nextHref={page.nextCursor && listAddress(path, {}, { cursor: page.nextCursor })}
        />
      </div>
    </>
  );
}
