import { Plus, Tickets } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { listAddress } from "@/components/merchant/list-address";
import { PoolDialog } from "@/components/merchant/rewards/pools/pool-dialog";
import { PoolTable } from "@/components/merchant/rewards/pools/pool-table";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { requirePartner } from "@/lib/auth/session";
import { listPools } from "@/lib/rewards";
import { change, create } from "./actions";

export const metadata: Metadata = { title: "Codes" };

const PAGE_SIZE = 50;
const search = z.object({ cursor: z.string().max(512).optional().catch(undefined) });

/** The pools of codes that the company fills. */
export default async function PartnerPoolsPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requirePartner((await params).program);
  if (!ctx.actor.parts.includes("REWARD_PARTNER")) notFound();
  const { cursor } = search.parse(await searchParams);
  const page = await listPools(ctx, { cursor, limit: PAGE_SIZE });
  const path = `/partner/${program.slug}/code-pools`;
  return (
    <>
      <PageHeader
        title="Codes"
        description="What your vouchers hand out, each code once"
        actions={
          <PoolDialog
            pool={null}
            partners={[]}
            create={create}
            change={change}
            pools={path}
            trigger={
              <Button variant="primary">
                <Plus aria-hidden="true" />
                New pool
              </Button>
            }
          />
        }
      />
      <Panel flush>
        <PoolTable
          pools={page.items}
          home={path}
          program={program}
          empty={
            <EmptyState title="No codes yet" icon={<Tickets aria-hidden="true" />}>
              A pool keeps codes of one kind. {program.name} lets a reward hand them out, each to one member,
              once and for good.
            </EmptyState>
          }
        />
        <Pagination
          firstHref={cursor ? path : null}
          nextHref={page.nextCursor && listAddress(path, {}, { cursor: page.nextCursor })}
        />
      </Panel>
    </>
  );
}
