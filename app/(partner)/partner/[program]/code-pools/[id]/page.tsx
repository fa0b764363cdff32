import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PoolView } from "@/components/merchant/rewards/pools/pool-view";
import { requirePartner } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { listUploads, readPool } from "@/lib/rewards";
import { change, create, remove, resume } from "../actions";

export const metadata: Metadata = { title: "Codes" };

const PAGE_SIZE = 20;
const search = z.object({ cursor: z.string().max(512).optional().catch(undefined) });

/** One pool that the company fills, and the rewards that hand its codes out. */
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
  return (
    <PoolView
      pool={pool}
      uploads={uploads}
      isFirstPage={!cursor}
      path={path}
      crumbs={[{ href: path, label: "Codes" }]}
      usedBy={
        pool.rewards.length > 0 && (
          <p className="text-ink-2">Handed out by {pool.rewards.map(({ name }) => name).join(", ")}</p>
        )
      }
      mayWrite
      locale={program.locale}
      actions={{ create, change, remove, resume }}
    />
  );
}
