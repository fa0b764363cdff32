import { Handshake } from "lucide-react";
import { listAddress } from "@/components/merchant/list-address";
import { ReferralTable } from "@/components/merchant/referrals/referral-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import type { Ctx } from "@/lib/auth/context";
import { fromTypeId } from "@/lib/core/ids";
import { readMembers } from "@/lib/members";
import type { ProgramDto } from "@/lib/programs";
import { listReferrals } from "@/lib/referrals";

const PAGE_SIZE = 25;
const TAB = { tab: "referrals" };

/** Whom a member brought along, and by whom they came. */
export async function MemberReferrals({
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
  const page = await listReferrals(ctx, { memberId, cursor, limit: PAGE_SIZE });
  if (page.items.length === 0) {
    return (
      <EmptyState title="No referrals" icon={<Handshake aria-hidden="true" />} className="border-t">
        Nobody has joined by this member’s link, and the member by nobody’s.
      </EmptyState>
    );
  }
  const sides = page.items.flatMap(({ referrerId, refereeId }) => [referrerId, refereeId]);
  const members = await readMembers(
    ctx,
    [...new Set(sides)].flatMap((id) => fromTypeId("mem", id) ?? []),
  );
  return (
    <div className="border-t">
      <ReferralTable
        referrals={page.items}
        names={new Map(members.map((member) => [member.memberId, member.name]))}
        program={program}
      />
      <Pagination
        firstHref={cursor ? listAddress(path, TAB) : null}
        nextHref={page.nextCursor && listAddress(path, TAB, { cursor: page.nextCursor })}
      />
    </div>
  );
}
