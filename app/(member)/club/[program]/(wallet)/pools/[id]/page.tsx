import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ActivityLine } from "@/components/member/activity-line";
import { DissolveButton } from "@/components/member/pools/dissolve-button";
import { InviteDialog } from "@/components/member/pools/invite-dialog";
import { LeaveButton } from "@/components/member/pools/leave-button";
import { PointsDialog } from "@/components/member/pools/points-dialog";
import { PoolMemberRow } from "@/components/member/pools/pool-member-row";
import { POOL_WORDS } from "@/components/member/pools/pool-words";
import { WalletSection } from "@/components/member/wallet-section";
import { formatNumber } from "@/components/ui/format";
import { Pagination } from "@/components/ui/pagination";
import { requireMember } from "@/lib/auth/session";
import { NotFound } from "@/lib/core/errors";
import { fromTypeId, toTypeId } from "@/lib/core/ids";
import { readMember } from "@/lib/members";
import { readPool, readPoolActivity } from "@/lib/pools";
import { readWallet } from "@/lib/wallet";
import { contribute, dissolve, invite, leave, limit, lookAtDissolution, pay, remove } from "../actions";

export const metadata: Metadata = { title: "Shared points" };

const PAGE_SIZE = 20;
const search = z.object({ cursor: z.string().max(512).optional().catch(undefined) });

type Props = {
  params: Promise<{ program: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** A pool: what is in it, who shares it, and everything that moved it. */
export default async function PoolPage({ params, searchParams }: Props) {
  const { program: slug, id } = await params;
  const { ctx, program, memberId } = await requireMember(slug);
  const poolId = fromTypeId("pool", id);
  if (poolId === null) notFound();
  const pool = await readPool(ctx, poolId).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const { cursor } = search.parse(await searchParams);
  const [member, wallet, activity] = await Promise.all([
    readMember(ctx, memberId),
    readWallet(ctx, memberId),
    readPoolActivity(ctx, poolId, { cursor, limit: PAGE_SIZE }),
  ]);
  const formats = { locale: member.locale ?? program.locale, timeZone: program.timeZone };
  const pointName = program.pointType.name;
  const inWords = (points: number) => `${formatNumber(points, formats.locale)} ${pointName}`;
  const runs = pool.ownerId === memberId;
  const isOn = program.ledgerPolicy.pools.enabled;
  const present = pool.membership.filter(({ state }) => state === "active" || state === "invited");
  const path = `/club/${slug}/pools/${id}`;
  const common = { program: slug, pool: id };
  return (
    <div className="mx-auto max-w-xl">
      <p className="text-base">
        <Link href={`/club/${slug}/pools`} className="font-medium text-accent-ink">
          Shared {pointName}
        </Link>
      </p>
      <h1 className="mt-1 break-words text-2xl">{pool.name}</h1>
      <p className="mt-1 text-base text-ink-2">{POOL_WORDS[pool.kind]}</p>
      <div className="mt-4 flex flex-wrap items-end justify-between gap-4 rounded-xl border bg-surface p-5">
        <p>
          <span className="block font-semibold text-2xl">{formatNumber(pool.available, formats.locale)}</span>
          <span className="block text-ink-2 text-sm">{pointName} to spend together</span>
        </p>
        {isOn && (
          <PointsDialog
            {...common}
            label={`Add ${pointName}`}
            title={`Add ${pointName} to ${pool.name}`}
            hint={`You have ${inWords(wallet.available)}. They belong to everybody in the pool then, also when you leave.`}
            confirmLabel="Add"
            pointName={pointName}
            done={`Added to ${pool.name}`}
            move={contribute}
          />
        )}
      </div>
      <div className="mt-8 flex flex-col gap-8">
        <WalletSection
          title="Who shares it"
          aside={runs && isOn && <InviteDialog {...common} pointName={pointName} invite={invite} />}
        >
          <ul className="mt-2 divide-y">
            {present.map((other) => (
              <li key={other.memberId}>
                <PoolMemberRow
                  {...common}
                  member={{ ...other, id: toTypeId("mem", other.memberId) }}
                  isSelf={other.memberId === memberId}
                  locale={formats.locale}
                  pointName={pointName}
                  manage={runs ? { limit, pay, remove } : null}
                />
              </li>
            ))}
          </ul>
        </WalletSection>
        <WalletSection title="Activity">
          {activity.items.length === 0 ? (
            <p className="mt-2 text-pretty text-base text-ink-2">
              Nothing yet. What is added and spent will stand here, with the name of whoever did it.
            </p>
          ) : (
            <ul className="mt-1 divide-y">
              {activity.items.map((entry) => (
                <li key={entry.causeId}>
                  <ActivityLine entry={entry} formats={formats} pointName={pointName} />
                </li>
              ))}
            </ul>
          )}
          <Pagination
            firstHref={cursor ? path : null}
            nextHref={activity.nextCursor && `${path}?cursor=${encodeURIComponent(activity.nextCursor)}`}
          />
        </WalletSection>
        <div className="border-t pt-6">
          {runs ? (
            <DissolveButton
              {...common}
              name={pool.name}
              locale={formats.locale}
              pointName={pointName}
              preview={lookAtDissolution}
              dissolve={dissolve}
            />
          ) : (
            <LeaveButton {...common} name={pool.name} pointName={pointName} leave={leave} />
          )}
        </div>
      </div>
    </div>
  );
}
