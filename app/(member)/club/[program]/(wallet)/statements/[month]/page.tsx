import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BackLink } from "@/components/member/back-link";
import { cardNumberGroups } from "@/components/member/card-number-groups";
import { PrintButton } from "@/components/member/print-button";
import { StatementSheet } from "@/components/member/statement-sheet";
import { madeInWords, monthInWords } from "@/components/member/statement-words";
import { requireMember } from "@/lib/auth/session";
import { readMember } from "@/lib/members";
import { readStatements } from "@/lib/statements";
import { month as monthText } from "@/lib/statements/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("statements"))("statement") };
}

type Props = { params: Promise<{ program: string; month: string }> };

/** The statements of one month, on a page that prints well. */
export default async function StatementPage({ params }: Props) {
  const { program: slug, month } = await params;
  const { ctx, program, memberId } = await requireMember(slug);
  if (!monthText.safeParse(month).success) notFound();
  const [locale, t, member, statements] = await Promise.all([
    getLocale(),
    getTranslations("statements"),
    readMember(ctx, memberId),
    readStatements(ctx, memberId, month),
  ]);
  const [first] = statements;
  if (first === undefined) notFound();
  const formats = { locale, timeZone: program.timeZone };
  return (
    <article className="mx-auto max-w-xl">
      <BackLink href={`/club/${program.slug}/statements`}>{t("title")}</BackLink>
      <div className="mt-2 flex flex-wrap items-end justify-between gap-3">
        <h1 className="text-2xl">{monthInWords(month, formats.locale)}</h1>
        <PrintButton label={t("print")} />
      </div>
      <p className="mt-1 text-base text-ink-2">
        {member.name} ·{" "}
        <bdi dir="ltr" className="font-mono">
          {cardNumberGroups(member.cardNumber)}
        </bdi>
      </p>
      {statements.map((statement) => (
        <StatementSheet key={statement.pointType.code} statement={statement} locale={formats.locale} />
      ))}
      <p className="mt-4 text-pretty text-ink-3 text-sm">
        {t("made", { day: madeInWords(first, formats), timeZone: program.timeZone })}
      </p>
    </article>
  );
}
