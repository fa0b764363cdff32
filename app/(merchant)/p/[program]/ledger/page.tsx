import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { CheckList } from "@/components/merchant/ledger/check-list";
import { HeadsPanel } from "@/components/merchant/ledger/heads-panel";
import { KeepFresh } from "@/components/merchant/ledger/keep-fresh";
import { LatestVerification } from "@/components/merchant/ledger/latest-verification";
import { LedgerTabs } from "@/components/merchant/ledger/ledger-tabs";
import { VerificationTable } from "@/components/merchant/ledger/verification-table";
import { isUnderWay } from "@/components/merchant/ledger/verification-words";
import { VerifyButton } from "@/components/merchant/ledger/verify-button";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { typeId } from "@/lib/core/schema";
import { listVerifications, readVerification } from "@/lib/verifications";
import { readChainHeads } from "@/lib/wallet";
import { verify } from "./actions";

export const metadata: Metadata = { title: "Ledger" };

const PAGE_SIZE = 10;
const FRESH_MS = 1_000;
const search = z.object({
  cursor: z.string().max(512).optional().catch(undefined),
  run: typeId("job").optional().catch(undefined),
});

export default async function LedgerPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "ledger:read")) return <NoAccess permission="ledger:read" />;
  const { cursor, run: chosen } = search.parse(await searchParams);
  const [newest, page, heads] = await Promise.all([
    listVerifications(ctx, { limit: 1 }),
    listVerifications(ctx, { limit: PAGE_SIZE, ...(cursor !== undefined && { cursor }) }),
    readChainHeads(ctx),
  ]);
  const [latest] = newest.items;
  const shown = chosen === undefined ? latest : await readVerification(ctx, chosen).catch(() => latest);
  const underWay = latest !== undefined && isUnderWay(latest);
  const path = `/p/${program.slug}/ledger`;

  return (
    <>
      <PageHeader
        title="Ledger"
        description="Every point from where it came to where it went"
        actions={<VerifyButton program={program.slug} underWay={underWay} verify={verify} />}
      />
      <LedgerTabs program={program.slug} current="verification" />
      <div className="flex flex-col gap-4">
        {shown === undefined ? (
          <div className="rounded-lg border bg-surface">
            <EmptyState title="Nobody has verified this ledger yet" icon={<ShieldCheck aria-hidden="true" />}>
              A verification recounts every balance, lot and counter from the transfers and checks every seal
              of the chain. It takes seconds for a small club and minutes for a large one, and nothing stops
              meanwhile.
            </EmptyState>
          </div>
        ) : (
          <LatestVerification run={shown} formats={program} />
        )}
        <CheckList run={shown ?? null} />
        <HeadsPanel heads={heads} downloadHref={`${path}/heads`} locale={program.locale} />
        {page.items.length > 0 && (
          <Panel title="Verifications so far" flush>
            <VerificationTable runs={page.items} path={path} formats={program} />
            <Pagination
              firstHref={cursor ? path : null}
              nextHref={page.nextCursor && listAddress(path, {}, { cursor: page.nextCursor })}
            />
          </Panel>
        )}
      </div>
      {underWay && <KeepFresh everyMilliseconds={FRESH_MS} />}
    </>
  );
}
