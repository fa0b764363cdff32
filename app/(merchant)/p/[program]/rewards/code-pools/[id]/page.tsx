import { Settings2, Trash2 } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
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
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { listUploads, readPool } from "@/lib/rewards";
import { change, create, remove, resume } from "../actions";

export const metadata: Metadata = { title: "Code pool" };

const PAGE_SIZE = 20;
const search = z.object({ cursor: z.string().max(512).optional().catch(undefined) });

type Props = {
  params: Promise<{ program: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One pool: its codes by state, and the files that they came from. */
export default async function CodePoolPage({ params, searchParams }: Props) {
  const { program: slug, id } = await params;
  const { ctx, program } = await requireMerchant(slug);
  if (!can(ctx.actor, "rewards:read")) return <NoAccess permission="rewards:read" />;
  const poolId = fromTypeId("cpool", id);
  if (poolId === null) notFound();
  const { cursor } = search.parse(await searchParams);
  const [pool, uploads] = await Promise.all([
    readPool(ctx, poolId),
    listUploads(ctx, poolId, { cursor, limit: PAGE_SIZE }),
  ]).catch((error: unknown) => {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  });
  const home = `/p/${program.slug}/rewards`;
  const mayWrite = can(ctx.actor, "rewards:write");
  const number = (value: number) => formatNumber(value, program.locale);
  return (
    <>
      <PageHeader
        title={pool.name}
        description={
          pool.partner === null ? "Filled by you" : `Filled by ${pool.partner.name}, or by you for them`
        }
        crumbs={[
          { href: home, label: "Rewards" },
          { href: `${home}/code-pools`, label: "Code pools" },
        ]}
        state={pool.isLow && <StateChip tone="warn">Running low</StateChip>}
        actions={
          mayWrite && (
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
                pools={`${home}/code-pools`}
                create={create}
                change={change}
                trigger={
                  <Button>
                    <Settings2 aria-hidden="true" />
                    Settings
                  </Button>
                }
              />
            </>
          )
        }
      />
      <div className="flex flex-col gap-4">
        <StatStrip
          stats={[
            {
              label: "To hand out",
              value: number(pool.free),
              note:
                pool.lowAt === null
                  ? "Nobody is told when it runs low"
                  : `You are told at ${number(pool.lowAt)}`,
            },
            { label: "With members", value: number(pool.handed) },
            { label: "Taken out, or past their last day", value: number(pool.void) },
          ]}
        />
        {pool.rewards.length > 0 && (
          <p className="text-ink-2">
            Handed out by{" "}
            {pool.rewards.map((reward, place) => (
              <span key={reward.id}>
                {place > 0 && ", "}
                <Link href={`${home}/${reward.id}`} className="font-medium text-accent-ink">
                  {reward.name}
                </Link>
              </span>
            ))}
          </p>
        )}
        {mayWrite && <UploadCodes poolId={pool.id} />}
        <Panel title="Files" flush>
          {uploads.items.length === 0 ? (
            <p className="border-t px-4.5 py-6 text-ink-2">No file yet. Each code of a file goes in once.</p>
          ) : (
            <div className="border-t">
              <UploadList
                uploads={uploads.items}
                pools={`${home}/code-pools`}
                mayWrite={mayWrite}
                remove={remove}
                resume={resume}
              />
            </div>
          )}
          <Pagination
            firstHref={cursor ? `${home}/code-pools/${id}` : null}
            nextHref={
              uploads.nextCursor &&
              listAddress(`${home}/code-pools/${id}`, {}, { cursor: uploads.nextCursor })
            }
          />
        </Panel>
      </div>
    </>
  );
}
