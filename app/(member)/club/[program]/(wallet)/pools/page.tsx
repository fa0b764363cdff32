import { UsersRound } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BackLink } from "@/components/member/back-link";
import { ClientMessages } from "@/components/member/client-messages";
import { pointWords } from "@/components/member/point-words";
import { InvitationCard } from "@/components/member/pools/invitation-card";
import { NewPoolForm } from "@/components/member/pools/new-pool-form";
import { WalletLink } from "@/components/member/wallet-link";
import { WalletSection } from "@/components/member/wallet-section";
import { EmptyState } from "@/components/ui/empty-state";
import { formatNumber } from "@/components/ui/format";
import { requireMember } from "@/lib/auth/session";
import { toTypeId } from "@/lib/core/ids";
import { listPoolsOf } from "@/lib/pools";
import { MAX_POOL_NAME, POOL_KINDS } from "@/lib/pools/schema";
import { titleWithPoints } from "../../title-with-points";
import { answer, found } from "./actions";

export async function generateMetadata({
  params,
}: {
  params: Promise<{ program: string }>;
}): Promise<Metadata> {
  return { title: await titleWithPoints("pools", (await params).program) };
}

/** The pools that the member is in, those that they are asked into, and the way to a new one. */
export default async function PoolsPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program, memberId } = await requireMember((await params).program);
  const [locale, t, wallet, common, pools] = await Promise.all([
    getLocale(),
    getTranslations("pools"),
    getTranslations("wallet"),
    getTranslations("common"),
    listPoolsOf(ctx, memberId),
  ]);
  const { name: pointName } = pointWords(common, locale, program.pointType.name);
  const path = `/club/${program.slug}/pools`;
  const invitations = pools.filter(({ own }) => own.state === "invited");
  const joined = pools.filter(({ own }) => own.state === "active");
  const isOn = program.ledgerPolicy.pools.enabled;
  return (
    <div className="mx-auto max-w-xl">
      <BackLink href={`/club/${program.slug}`}>{wallet("tabs.card")}</BackLink>
      <h1 className="text-2xl first-letter:uppercase">{t("title", { name: pointName })}</h1>
      <p className="mt-1 text-pretty text-base text-ink-2">{t("intro")}</p>
      <ClientMessages namespaces={["pools"]}>
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
                  <WalletLink
                    href={`${path}/${toTypeId("pool", pool.poolId)}`}
                    className="flex items-center justify-between gap-4 px-5 py-4 hover:bg-hover/60"
                  >
                    <span className="min-w-0">
                      <span className="block truncate font-medium text-md">
                        <bdi>{pool.name}</bdi>
                      </span>
                      <span className="block text-ink-2 text-sm">
                        {t(pool.kind)} · {t("members", { count: pool.members })}
                      </span>
                    </span>
                    <span className="shrink-0 text-end">
                      <span className="block text-xl">{formatNumber(pool.available ?? 0, locale)}</span>
                      <span className="block text-ink-2 text-sm">{pointName}</span>
                    </span>
                  </WalletLink>
                </li>
              ))}
            </ul>
          )}
          {pools.length === 0 && !isOn && (
            <EmptyState title={t("none")} icon={<UsersRound aria-hidden="true" />}>
              {t("notOffered", { program: program.name })}
            </EmptyState>
          )}
          {isOn && (
            <WalletSection title={t("newPool")}>
              <NewPoolForm
                program={program.slug}
                kinds={POOL_KINDS.filter(
                  (kind) => kind !== "household" || !joined.some((pool) => pool.kind === kind),
                )}
                maxName={MAX_POOL_NAME}
                found={found}
              />
            </WalletSection>
          )}
        </div>
      </ClientMessages>
    </div>
  );
}
