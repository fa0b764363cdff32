import { listAddress } from "@/components/merchant/list-address";
import { RedemptionTable } from "@/components/merchant/redemptions/redemption-table";
import { Pagination } from "@/components/ui/pagination";
import type { Ctx } from "@/lib/auth/context";
import type { ProgramDto } from "@/lib/programs";
import { listRedemptions } from "@/lib/redemptions";

const PAGE_SIZE = 25;

/** What the member has redeemed, the newest first. */
export async function MemberRedemptions({
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
  const page = await listRedemptions(ctx, { memberId, cursor, limit: PAGE_SIZE });
  const tab = { tab: "redemptions" };
  return (
    <>
      <RedemptionTable
        redemptions={page.items}
        names={null}
        path={`/p/${program.slug}/rewards/redemptions`}
        formats={program}
        empty={
          <p className="border-t px-4.5 py-10 text-center text-ink-2">
            What the member redeems {program.pointType.name} for will be here.
          </p>
        }
      />
      <Pagination
        firstHref={cursor ? listAddress(path, tab) : null}
        nextHref={page.nextCursor && listAddress(path, tab, { cursor: page.nextCursor })}
      />
    </>
  );
}
