import { Mail } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { BackLink } from "@/components/member/back-link";
import { MarkMessagesRead } from "@/components/member/benefits/mark-messages-read";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { formatTime } from "@/components/ui/format";
import { Pagination } from "@/components/ui/pagination";
import { requireMember } from "@/lib/auth/session";
import { listMessages } from "@/lib/benefits";
import { readFromCursor } from "@/lib/core/cursor";
import { markRead } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox"))("title") };
}

const PAGE_SIZE = 25;
const search = z.object({ cursor: z.string().max(200).optional().catch(undefined) });

/** What the club has told the member, the newest first. */
export default async function MessagesPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program, memberId } = await requireMember((await params).program);
  const { cursor } = search.parse(await searchParams);
  const [locale, t, wallet, page] = await Promise.all([
    getLocale(),
    getTranslations("inbox"),
    getTranslations("wallet"),
    readFromCursor(cursor, (cursor) => listMessages(ctx, memberId, { cursor, limit: PAGE_SIZE })),
  ]);
  const formats = { locale, timeZone: program.timeZone };
  const path = `/club/${program.slug}/messages`;
  return (
    <div className="mx-auto max-w-xl">
      <BackLink href={`/club/${program.slug}`}>{wallet("tabs.card")}</BackLink>
      <h1 className="text-2xl">{t("title")}</h1>
      {page.items.length === 0 ? (
        <EmptyState title={t("none")} icon={<Mail aria-hidden="true" />}>
          {t("noneText", { program: program.name })}
        </EmptyState>
      ) : (
        <>
          <ul className="mt-3 divide-y">
            {page.items.map(({ messageId, title, body, sentAt, isRead }) => (
              <li key={messageId} className="py-4">
                <div className="flex items-baseline justify-between gap-4">
                  <h2 className="min-w-0 break-words text-md" dir="auto">
                    {title} {!isRead && <Badge>{t("new")}</Badge>}
                  </h2>
                  <p className="shrink-0 text-ink-3 text-sm">{formatTime(sentAt, "date", formats)}</p>
                </div>
                <p
                  dir="auto"
                  className="mt-1 whitespace-pre-line text-pretty break-words text-base text-ink-2"
                >
                  {body}
                </p>
              </li>
            ))}
          </ul>
          <Pagination
            firstHref={cursor ? path : null}
            nextHref={page.nextCursor && `${path}?cursor=${encodeURIComponent(page.nextCursor)}`}
          />
          <MarkMessagesRead program={program.slug} markRead={markRead} />
        </>
      )}
    </div>
  );
}
