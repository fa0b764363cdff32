import { FlaskConical } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { SimulationTable } from "@/components/merchant/simulator/simulation-table";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { listSimulations } from "@/lib/simulations";

export const metadata: Metadata = { title: "Simulator" };

const PAGE_SIZE = 25;
const search = z.object({ cursor: z.string().max(512).optional().catch(undefined) });

export default async function SimulatorPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "campaigns:read")) return <NoAccess permission="campaigns:read" />;
  const { cursor } = search.parse(await searchParams);
  const page = await listSimulations(ctx, { cursor, limit: PAGE_SIZE });
  const path = `/p/${program.slug}/simulator`;
  const start = can(ctx.actor, "campaigns:write") && (
    <ButtonLink href={`${path}/new`} variant="primary">
      <FlaskConical aria-hidden="true" />
      New simulation
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Simulator"
        description="What campaigns would have given, before they give anything"
        actions={page.items.length > 0 ? start : null}
      />
      <div className="overflow-hidden rounded-lg border bg-surface">
        {page.items.length === 0 ? (
          <EmptyState
            title="Try a campaign before you launch it"
            icon={<FlaskConical aria-hidden="true" />}
            action={start}
            example="“Double points on Mondays” over the last 90 days: 12,480 points more for 1,930 members, 124.80 a month."
          >
            A simulation replays what happened in your program, or a file, under a draft: whom it reaches,
            what it costs, when its budget runs out. Your program stays as it is.
          </EmptyState>
        ) : (
          <SimulationTable simulations={page.items} program={program.slug} formats={program} />
        )}
        <Pagination
          firstHref={cursor ? path : null}
          nextHref={page.nextCursor && listAddress(path, {}, { cursor: page.nextCursor })}
        />
      </div>
    </>
  );
}
