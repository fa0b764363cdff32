import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { NoAccess } from "@/components/merchant/no-access";
import { PoolView } from "@/components/merchant/rewards/pools/pool-view";
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

/** One pool of the program, and the rewards that hand its codes out. */
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
  return (
    <PoolView
      pool={pool}
      uploads={uploads}
      isFirstPage={!cursor}
      path={`${home}/code-pools`}
      crumbs={[
        { href: home, label: "Rewards" },
        { href: `${home}/code-pools`, label: "Code pools" },
      ]}
      description={
        pool.partner === null ? "Filled by you" : `Filled by ${pool.partner.name}, or by you for them`
      }
      usedBy={
        pool.rewards.length > 0 && (
          <p className="text-ink-2">
            Handed out by{" "}
            {pool.rewards.map((reward, place) => (
              <span key={reward.id}>
                {place > 0 && ", "}
                <Link href={`${home}/${reward.id}`} className="font-medium text-accent-ink hover:underline">
                  {reward.name}
                </Link>
              </span>
            ))}
          </p>
        )
      }
      mayWrite={can(ctx.actor, "rewards:write")}
      locale={program.locale}
      actions={{ create, change, remove, resume }}
    />
  );
}
