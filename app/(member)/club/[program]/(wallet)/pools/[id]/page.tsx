import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ActivityLine } from "@/components/member/activity-line";
import { BackLink } from "@/components/member/back-link";
import { ClientMessages } from "@/components/member/client-messages";
import { pointWords } from "@/components/member/point-words";
import { DissolveButton } from "@/components/member/pools/dissolve-button";
import { InviteDialog } from "@/components/member/pools/invite-dialog";
import { LeaveButton } from "@/components/member/pools/leave-button";
import { PointsDialog } from "@/components/member/pools/points-dialog";
import { PoolMemberRow } from "@/components/member/pools/pool-member-row";
import { WalletSection } from "@/components/member/wallet-section";
import { formatNumber } from "@/components/ui/format";
import { Pagination } from "@/components/ui/pagination";
import { requireMember } from "@/lib/auth/session";
import { readFromCursor } from "@/lib/core/cursor";
import { NotFound } from "@/lib/core/errors";
import { fromTypeId, toTypeId } from "@/lib/core/ids";
import { readPool, readPoolActivity } from "@/lib/pools";
import { readWallet } from "@/lib/wallet";
import { titleWithPoints } from "../../../title-with-points";
import {
  contribute,
  dissolve,
  handOver,
  invite,
  leave,
  limit,
  lookAtDissolution,
  pay,
  remove,
} from "../actions";

export async function generateMetadata({
  params,
}: {
  params: Promise<{ program: string }>;
}): Promise<Metadata> {
  return { title: await titleWithPoints("pools", (await params).program) };
}

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
  const locale = await getLocale();
  const [t, common, wallet, activity] = await Promise.all([
    getTranslations("pools"),
    getTranslations("common"),
    readWallet(ctx, memberId),
    readFromCursor(cursor, (cursor) => readPoolActivity(ctx, poolId, { cursor, limit: PAGE_SIZE, locale })),
  ]);
  const formats = { locale, timeZone: program.timeZone };
  const points = pointWords(common, locale, program.pointType.name);
  const pointName = points.name;
  const runs = pool.ownerId === memberId;
  const isOn = program.ledgerPolicy.pools.enabled;
  const present = pool.membership.filter(({ state }) => state === "active" || state === "invited");
  const path = `/club/${slug}/pools/${id}`;
  const address = { program: slug, pool: id };
  return (
    <ClientMessages namespaces={["common", "pools"]}>
      <div className="mx-auto max-w-xl">
        <BackLink href={`/club/${slug}/pools`}>
          <span className="inline-block first-letter:uppercase">{t("title", { name: pointName })}</span>
        </BackLink>
        <h1 className="break-words text-2xl">
          <bdi>{pool.name}</bdi>
        </h1>
        <p className="mt-1 text-base text-ink-2">{t(pool.kind)}</p>
        <div className="mt-4 flex flex-wrap items-end justify-between gap-4 rounded-xl border bg-surface p-5">
          <p>
            <span className="block font-semibold text-2xl">
              {formatNumber(pool.available, formats.locale)}
            </span>
            <span className="block text-ink-2 text-sm first-letter:uppercase">
              {t("toSpend", { name: pointName })}
            </span>
          </p>
          {isOn && (
            <PointsDialog
              {...address}
              label={t("add", { name: pointName })}
              title={t("addTo", { points: pointName, name: pool.name })}
              hint={t("addHint", { amount: points.amount(wallet.available) })}
              confirmLabel={t("addSubmit")}
              pointName={pointName}
              done={t("added", { name: pool.name })}
              move={contribute}
            />
          )}
        </div>
        <div className="mt-8 flex flex-col gap-8">
          <WalletSection
            title={t("whoShares")}
            aside={runs && isOn && <InviteDialog {...address} pointName={pointName} invite={invite} />}
          >
            <ul className="mt-2 divide-y">
              {present.map((other) => (
                <li key={other.memberId}>
                  <PoolMemberRow
                    {...address}
                    member={{ ...other, id: toTypeId("mem", other.memberId) }}
                    isSelf={other.memberId === memberId}
                    pointName={program.pointType.name}
                    manage={runs ? { limit, pay, remove, handOver } : null}
                  />
                </li>
              ))}
            </ul>
          </WalletSection>
          <WalletSection title={t("activity")}>
            {activity.items.length === 0 ? (
              <p className="mt-2 text-pretty text-base text-ink-2">{t("noActivity")}</p>
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
                {...address}
                name={pool.name}
                pointName={pointName}
                preview={lookAtDissolution}
                dissolve={dissolve}
              />
            ) : (
              <LeaveButton {...address} name={pool.name} pointName={pointName} leave={leave} />
            )}
          </div>
        </div>
      </div>
    </ClientMessages>
  );
}
