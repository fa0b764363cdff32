import { Settings2, Trash2 } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { listAddress } from "@/components/merchant/list-address";
import { PoolDialog } from "@/components/merchant/rewards/pools/pool-dialog";
import { RemoveCodesDialog } from "@/components/merchant/rewards/pools/remove-codes-dialog";
import { UploadCodes } from "@/components/merchant/rewards/pools/upload-codes";
import { UploadList } from "@/components/merchant/rewards/pools/upload-list";
import { StateChip } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { StatStrip } from "@/components/ui/stat-strip";
import { requirePartner } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { listUploads, readPool } from "@/lib/rewards";
import { change, create, remove, resume } from "../actions";

export const metadata: Metadata = { title: "Codes" };

const PAGE_SIZE = 20;
const search = z.object({ cursor: z.string().max(512).optional().catch(undefined) });

/** One pool that the company fills: its codes by state, and the files that they came from. */
export default async function PartnerPoolPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { program: slug, id } = await params;
  const { ctx, program } = await requirePartner(slug);
  const poolId = fromTypeId("cpool", id);
  if (poolId === null || !ctx.actor.parts.includes("REWARD_PARTNER")) notFound();
  const { cursor } = search.parse(await searchParams);
  const [pool, uploads] = await Promise.all([
    readPool(ctx, poolId),
    listUploads(ctx, poolId, { cursor, limit: PAGE_SIZE }),
  ]).catch((error: unknown) => {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  });
  const path = `/partner/${slug}/code-pools`;
  const number = (value: number) => formatNumber(value, program.locale);
  return (
    <>
      <PageHeader
        crumbs={[{ href: path, label: "Codes" }]}
        title={pool.name}
        state={pool.isLow && <StateChip tone="warn">Running low</StateChip>}
        actions={
          <>
            <RemoveCodesDialog
              id={pool.id}
              remove={remove}
              trigger={
                <Button>
                  <Trash2 aria-hidden="true" />
                  Take codes out
                </Button>
              }
            />
            <PoolDialog
              pool={pool}
              partners={[]}
              create={create}
              change={change}
              pools={path}
              trigger={
                <Button>
                  <Settings2 aria-hidden="true" />
                  Settings
                </Button>
              }
            />
          </>
        }
      />
      <div className="flex flex-col gap-4">
        <StatStrip
          stats={[
            { label: "To hand out", value: number(pool.free) },
            { label: "With members", value: number(pool.handed) },
            { label: "Taken out, or past their last day", value: number(pool.void) },
          ]}
        />
        <UploadCodes poolId={pool.id} />
        <Panel title="Files" flush>
          {uploads.items.length === 0 ? (
            <p className="border-t px-4.5 py-6 text-ink-2">No file yet. Each code of a file goes in once.</p>
          ) : (
            <div className="border-t">
              <UploadList uploads={uploads.items} pools={path} mayWrite remove={remove} resume={resume} />
            </div>
          )}
          <Pagination
            firstHref={cursor ? `${path}/${id}` : null}
            nextHref={uploads.nextCursor && listAddress(`${path}/${id}`, {}, { cursor: uploads.nextCursor })}
          />
        </Panel>
      </div>
    </>
  );
}
