import { Download } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { StatementList } from "@/components/member/statement-list";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { requireMember } from "@/lib/auth/session";
import { readMember } from "@/lib/members";
import { listStatements } from "@/lib/statements";

export const metadata: Metadata = { title: "Statements" };

const PAGE_SIZE = 24;
const search = z.object({ cursor: z.string().max(512).optional().catch(undefined) });

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** A statement for each month that is over. */
export default async function StatementsPage({ params, searchParams }: Props) {
  const { ctx, program, memberId } = await requireMember((await params).program);
  const { cursor } = search.parse(await searchParams);
  const [member, page] = await Promise.all([
    readMember(ctx, memberId),
    listStatements(ctx, memberId, { cursor, limit: PAGE_SIZE }),
  ]);
  const path = `/club/${program.slug}/statements`;
  return (
    <div className="mx-auto max-w-2xl">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl">Statements</h1>
        {page.items.length > 0 && (
          <a href={`${path}/csv`} className={buttonClass({})} download>
            <Download aria-hidden="true" />
            Download all
          </a>
        )}
      </div>
      {page.items.length === 0 ? (
        <EmptyState title="The first one comes with the next month">
          When a month is over, what came in and what went out is written down here for good.
        </EmptyState>
      ) : (
        <StatementList
          statements={page.items}
          path={path}
          pointName={program.pointType.name}
          locale={member.locale ?? program.locale}
        />
      )}
      <Pagination
        firstHref={cursor ? path : null}
        nextHref={page.nextCursor && `${path}?cursor=${encodeURIComponent(page.nextCursor)}`}
      />
    </div>
  );
}
