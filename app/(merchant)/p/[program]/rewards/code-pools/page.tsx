import { Plus, Tickets } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { PoolDialog } from "@/components/merchant/rewards/pools/pool-dialog";
import { PoolTable } from "@/components/merchant/rewards/pools/pool-table";
import { RewardsTabs } from "@/components/merchant/rewards/rewards-tabs";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchInput } from "@/components/ui/search-input";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { toTypeId } from "@/lib/core/ids";
import { listSuppliers } from "@/lib/partners";
import { listPools } from "@/lib/rewards";
import { change, create } from "./actions";

export const metadata: Metadata = { title: "Code pools" };

const PAGE_SIZE = 25;
const one = z.string().max(512).optional().catch(undefined);
const search = z.object({ q: one, cursor: one });

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Codes that rewards hand out, by where they come from. */
export default async function CodePoolsPage({ params, searchParams }: Props) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "rewards:read")) return <NoAccess permission="rewards:read" />;
  const filter = search.parse(await searchParams);
  const { q, cursor } = filter;
  const [page, suppliers] = await Promise.all([
    listPools(ctx, { q, cursor, limit: PAGE_SIZE }),
    listSuppliers(ctx),
  ]);
  const path = `/p/${program.slug}/rewards/code-pools`;
  const newPool = can(ctx.actor, "rewards:write") && (
    <PoolDialog
      pool={null}
      partners={suppliers.map(({ partnerId, name }) => ({ id: toTypeId("org", partnerId), name }))}
      pools={path}
      create={create}
      change={change}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden="true" />
          New pool
        </Button>
      }
    />
  );
  return (
    <>
      <PageHeader
        title="Code pools"
        description="Codes that vouchers hand out, each once"
        actions={newPool}
      />
      <RewardsTabs program={program.slug} current="pools" />
      <SearchInput label="Search code pools" placeholder="Name of a pool" className="mb-3 w-full sm:w-72" />
      <div className="overflow-hidden rounded-lg border bg-surface">
        <PoolTable
          pools={page.items}
          home={path}
          program={program}
          empty={
            q ? (
              <EmptyState
                title="No pool fits"
                icon={<Tickets aria-hidden="true" />}
                action={<ButtonLink href={path}>Show all pools</ButtonLink>}
              >
                The search looks for a part of the name.
              </EmptyState>
            ) : (
              <EmptyState
                title="No code pools yet"
                icon={<Tickets aria-hidden="true" />}
                action={newPool}
                example={
                  <pre className="font-mono">
                    {"code,last day\nALP10-7731-KX,2027-03-31\nALP10-7732-QP,2027-03-31"}
                  </pre>
                }
              >
                A pool keeps codes that you or a partner bring in a file. Rewards hand them out, each to one
                member, once and for good.
              </EmptyState>
            )
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
