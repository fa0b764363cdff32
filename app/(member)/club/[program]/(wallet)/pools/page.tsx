import { UsersRound } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { InvitationCard } from "@/components/member/pools/invitation-card";
import { NewPoolForm } from "@/components/member/pools/new-pool-form";
import { POOL_WORDS } from "@/components/member/pools/pool-words";
import { WalletSection } from "@/components/member/wallet-section";
import { EmptyState } from "@/components/ui/empty-state";
import { formatNumber } from "@/components/ui/format";
import { requireMember } from "@/lib/auth/session";
import { toTypeId } from "@/lib/core/ids";
import { readMember } from "@/lib/members";
import { listPoolsOf } from "@/lib/pools";
import { answer, found } from "./actions";

export const metadata: Metadata = { title: "Shared points" };

/** The pools that the member is in, those that they are asked into, and the way to a new one. */
export default async function PoolsPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program, memberId } = await requireMember((await params).program);
  const [member, pools] = await Promise.all([readMember(ctx, memberId), listPoolsOf(ctx, memberId)]);
  const locale = member.locale ?? program.locale;
  const pointName = program.pointType.name;
  const path = `/club/${program.slug}/pools`;
  const invitations = pools.filter(({ own }) => own.state === "invited");
  const joined = pools.filter(({ own }) => own.state === "active");
  const isOn = program.ledgerPolicy.pools.enabled;
  return (
    <div className="mx-auto max-w-xl">
      <h1 className="text-2xl">Shared {pointName}</h1>
      <p className="mt-1 text-pretty text-base text-ink-2">
        Save and spend together, at home or in a team. What you give to a pool belongs to everybody in it.
      </p>
      <div className="mt-6 flex flex-col gap-8">
        {invitations.length > 0 && (
          <ul className="flex flex-col gap-3">
            {invitations.map((pool) => (
              <li key={pool.poolId}>
                <InvitationCard
                  program={program.slug}
                  id={toTypeId("pool", pool.poolId)}
                  name={pool.name}
                  kind={pool.kind}
                  ownerName={pool.ownerName}
                  answer={answer}
                />
              </li>
            ))}
          </ul>
        )}
        {joined.length > 0 && (
          <ul className="divide-y rounded-xl border bg-surface">
            {joined.map((pool) => (
              <li key={pool.poolId}>
                <Link
                  href={`${path}/${toTypeId("pool", pool.poolId)}`}
                  className="flex items-center justify-between gap-4 px-5 py-4 hover:bg-hover/60"
                >
                  <span className="min-w-0">
                    <span className="block truncate font-medium text-md">{pool.name}</span>
                    <span className="block text-ink-2 text-sm">
                      {POOL_WORDS[pool.kind]} · {formatNumber(pool.members, locale)}{" "}
                      {pool.members === 1 ? "member" : "members"}
                    </span>
                  </span>
                  <span className="shrink-0 text-end">
                    <span className="block text-xl">{formatNumber(pool.available ?? 0, locale)}</span>
                    <span className="block text-ink-2 text-sm">{pointName}</span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
        {pools.length === 0 && !isOn && (
          <EmptyState title="No shared points" icon={<UsersRound aria-hidden="true" />}>
            {program.name} does not offer them at the moment.
          </EmptyState>
        )}
        {isOn && (
          <WalletSection title="A new pool">
            <NewPoolForm
              program={program.slug}
              hasHousehold={joined.some(({ kind }) => kind === "household")}
              found={found}
            />
          </WalletSection>
        )}
      </div>
    </div>
  );
}
