import { Handshake } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { ReferralPolicyForm } from "@/components/merchant/referrals/referral-policy-form";
import { ReferralTable } from "@/components/merchant/referrals/referral-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { fromTypeId } from "@/lib/core/ids";
import { readMembers } from "@/lib/members";
import { listReferrals, readReferralPolicy } from "@/lib/referrals";
import { save } from "./actions";

export const metadata: Metadata = { title: "Referrals" };

const PAGE_SIZE = 25;
const search = z.object({ cursor: z.string().max(200).optional().catch(undefined) });

/** What bringing somebody along is worth, and who did. */
export default async function ReferralsPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "members:read")) return <NoAccess permission="members:read" />;
  const { cursor } = search.parse(await searchParams);
  const [policy, page] = await Promise.all([
    readReferralPolicy(ctx),
    listReferrals(ctx, { cursor, limit: PAGE_SIZE }),
  ]);
  const ids = page.items.flatMap(({ referrerId, refereeId }) => [referrerId, refereeId]);
  const members = await readMembers(
    ctx,
    [...new Set(ids)].flatMap((id) => fromTypeId("mem", id) ?? []),
  );
  const names = new Map(members.map(({ memberId, name }) => [memberId, name]));
  const path = `/p/${program.slug}/settings/referrals`;
  return (
    <>
      <PageHeader
        title="Referrals"
        description="Members invite others by a link of their own; both sides are rewarded once"
      />
      <ReferralPolicyForm policy={policy} canChange={can(ctx.actor, "program:manage")} save={save} />
      <Panel title="Who came by whom" className="mt-6" flush>
        {page.items.length === 0 ? (
          <EmptyState title="Nobody yet" icon={<Handshake aria-hidden="true" />}>
            While referrals are on, every member finds their link and a QR code in the wallet. Whoever joins
            by it and makes a first purchase stands here.
          </EmptyState>
        ) : (
          <ReferralTable referrals={page.items} names={names} program={program} />
        )}
        <Pagination
          firstHref={cursor ? path : null}
          nextHref={page.nextCursor && listAddress(path, {}, { cursor: page.nextCursor })}
        />
      </Panel>
    </>
  );
}
