import { listAddress } from "@/components/merchant/list-address";
import { BenefitList } from "@/components/merchant/members/benefit-list";
import { Pagination } from "@/components/ui/pagination";
import type { Ctx } from "@/lib/auth/context";
import { can } from "@/lib/auth/permissions";
import { listBenefits, listVouchersById } from "@/lib/benefits";
import { toTypeId } from "@/lib/core/ids";
import type { ProgramDto } from "@/lib/programs";

const PAGE_SIZE = 25;

/** What campaigns gave the member besides points. */
export async function MemberBenefits({
  ctx,
  program,
  memberId,
  path,
  cursor,
}: {
  ctx: Ctx;
  program: ProgramDto;
  memberId: string;
  path: string;
  cursor?: string;
}) {
  const page = await listBenefits(ctx, memberId, { cursor, limit: PAGE_SIZE });
  if (page.items.length === 0) {
    return (
      <p className="border-t px-4.5 py-10 text-center text-ink-2">
        Vouchers, badges and everything else that campaigns give besides {program.pointType.name} will be
        here.
      </p>
    );
  }
  const vouchers = await listVouchersById(
    ctx,
    page.items.flatMap(({ kind, benefitId }) => (kind === "voucher" ? benefitId : [])),
  );
  const tab = { tab: "benefits" };
  return (
    <>
      <BenefitList
        benefits={page.items.map(({ campaign: { campaignId, name }, ...benefit }) => ({
          ...benefit,
          campaign: { id: toTypeId("camp", campaignId), name },
        }))}
        vouchers={new Map(vouchers.map((voucher) => [voucher.voucherId, voucher]))}
        campaignsHref={can(ctx.actor, "campaigns:read") ? `/p/${program.slug}/campaigns` : null}
        formats={program}
      />
      <Pagination
        firstHref={cursor ? listAddress(path, tab) : null}
        nextHref={page.nextCursor && listAddress(path, tab, { cursor: page.nextCursor })}
      />
    </>
  );
}
