import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { BackLink } from "@/components/member/back-link";
import { StatementList } from "@/components/member/statement-list";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { requireMember } from "@/lib/auth/session";
import { readFromCursor } from "@/lib/core/cursor";
import { listStatements } from "@/lib/statements";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("statements"))("title") };
}

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
  const [t, wallet, page] = await Promise.all([
    getTranslations("statements"),
    getTranslations("wallet"),
    readFromCursor(cursor, (cursor) => listStatements(ctx, memberId, { cursor, limit: PAGE_SIZE })),
  ]);
  const path = `/club/${program.slug}/statements`;
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={`/club/${program.slug}/activity`}>{wallet("tabs.activity")}</BackLink>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl">{t("title")}</h1>
        {page.items.length > 0 && (
          <a href={`${path}/csv`} className={buttonClass({})} download>
            <Download aria-hidden="true" />
            {t("download")}
          </a>
        )}
      </div>
      {page.items.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <StatementList statements={page.items} path={path} pointName={program.pointType.name} />
      )}
      <Pagination
        firstHref={cursor ? path : null}
        nextHref={page.nextCursor && `${path}?cursor=${encodeURIComponent(page.nextCursor)}`}
      />
    </div>
  );
}
