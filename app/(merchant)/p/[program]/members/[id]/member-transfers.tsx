import { listAddress } from "@/components/merchant/list-address";
import { BarDialog } from "@/components/merchant/transfers/bar-dialog";
import { TransferTable } from "@/components/merchant/transfers/transfer-table";
import { barInWords } from "@/components/merchant/transfers/transfer-words";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import type { Ctx } from "@/lib/auth/context";
import { can } from "@/lib/auth/permissions";
import { toTypeId } from "@/lib/core/ids";
import type { ProgramDto } from "@/lib/programs";
import { listTransfers, readTransferStanding } from "@/lib/transfers";
import { barTransfers } from "../transfer-actions";

const PAGE_SIZE = 25;
const TAB = { tab: "transfers" };

/** What a member sent and received, and whether they may. */
export async function MemberTransfers({
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
  const [page, { bar, enabled }] = await Promise.all([
    listTransfers(ctx, memberId, { cursor, limit: PAGE_SIZE }),
    readTransferStanding(ctx, memberId),
  ]);
  return (
    <div className="border-t">
      <div className="flex flex-wrap items-center justify-between gap-3 px-4.5 py-3">
        <p className="min-w-0 text-pretty text-base text-ink-2">
          {enabled
            ? barInWords(bar)
            : "Members of this program do not send each other points. The program’s settings can allow it."}
        </p>
        {can(ctx.actor, "members:write") && (
          <BarDialog
            program={program.slug}
            memberId={toTypeId("mem", memberId)}
            bar={bar}
            save={barTransfers}
          />
        )}
      </div>
      {bar.reason && <Notice className="mx-4.5 mb-3">{bar.reason}</Notice>}
      <TransferTable
        transfers={page.items.map(({ transferId, counterpart, ...transfer }) => ({
          ...transfer,
          id: toTypeId("xfer", transferId),
          counterpart: {
            name: counterpart.name,
            href: `/p/${program.slug}/members/${toTypeId("mem", counterpart.memberId)}`,
          },
        }))}
        formats={program}
      />
      <Pagination
        firstHref={cursor ? listAddress(path, TAB) : null}
        nextHref={page.nextCursor && listAddress(path, TAB, { cursor: page.nextCursor })}
      />
    </div>
  );
}
