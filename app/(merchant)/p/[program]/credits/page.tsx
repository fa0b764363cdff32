import { Coins, FileUp } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { CreditTable } from "@/components/merchant/credits/credit-table";
import { ExampleCredits } from "@/components/merchant/credits/example-credits";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { listCredits } from "@/lib/credits";

export const metadata: Metadata = { title: "Bulk credits" };

const PAGE_SIZE = 25;
const search = z.object({ cursor: z.string().max(512).optional().catch(undefined) });

export default async function CreditsPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "points:adjust")) return <NoAccess permission="points:adjust" />;
  const { cursor } = search.parse(await searchParams);
  const page = await listCredits(ctx, { ...(cursor === undefined ? {} : { cursor }), limit: PAGE_SIZE });
  const path = `/p/${program.slug}/credits`;
  const upload = (
    <ButtonLink href={`${path}/new`} variant="primary">
      <FileUp aria-hidden="true" />
      Upload a file
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Bulk credits"
        description="Points for many members from a file"
        actions={page.items.length > 0 ? upload : null}
      />
      <div className="overflow-hidden rounded-lg border bg-surface">
        {page.items.length === 0 ? (
          <EmptyState
            title="Give points to many members at once"
            icon={<Coins aria-hidden="true" />}
            action={upload}
            example={<ExampleCredits />}
          >
            Upload a list of members and points. You see what it gives, and which lines do not fit, before
            anything moves.
          </EmptyState>
        ) : (
          <CreditTable jobs={page.items} program={program.slug} formats={program} />
        )}
        <Pagination
          firstHref={cursor ? path : null}
          nextHref={page.nextCursor && listAddress(path, {}, { cursor: page.nextCursor })}
        />
      </div>
    </>
  );
}
