import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BackLink } from "@/components/member/back-link";
import { ClientMessages } from "@/components/member/client-messages";
import { pointWords } from "@/components/member/point-words";
import { qrShape } from "@/components/member/qr-code";
import { ShareLink } from "@/components/member/referrals/share-link";
import { requireMember } from "@/lib/auth/session";
import { publicAddress } from "@/lib/config/public-address";
import { formatsOf } from "@/lib/i18n/formats";
import { readOwnReferrals } from "@/lib/referrals";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("referral"))("title") };
}

/** The member's own link and code, what it is worth to both sides, and what came of it. */
export default async function InvitePage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program } = await requireMember((await params).program);
  const own = await readOwnReferrals(ctx);
  if (own === null) notFound();
  const [t, wallet, common, locale] = await Promise.all([
    getTranslations("referral"),
    getTranslations("wallet"),
    getTranslations("common"),
    getLocale(),
  ]);
  const points = pointWords(common, locale, program.pointType.name);
  const { code, policy, joined, pointsEarned } = own;
  const link = `${publicAddress()}/club/${program.slug}/about?ref=${code}`;
  const qr = qrShape(link);
  const mine = points.amount(policy.referrerPoints);
  const theirs = points.amount(policy.refereePoints);
  const worth =
    policy.refereePoints === 0
      ? t("mineOnly", { mine })
      : policy.referrerPoints === 0
        ? t("theirsOnly", { theirs })
        : t("both", { mine, theirs });
  const minimum = formatsOf(locale).money(policy.minimumMinor, program.currency);
  const notes = [
    ...(policy.minimumMinor > 0 ? [t("minimum", { amount: minimum })] : []),
    ...(policy.waitDays > 0 ? [t("waits", { days: policy.waitDays })] : []),
    ...(policy.monthlyLimit === null ? [] : [t("limit", { count: policy.monthlyLimit })]),
  ];
  return (
    <div className="mx-auto max-w-xl">
      <BackLink href={`/club/${program.slug}`}>{wallet("tabs.card")}</BackLink>
      <h1 className="text-2xl">{t("title")}</h1>
      <p className="mt-2 text-pretty text-lg">{worth}</p>
      {notes.length > 0 && <p className="mt-1 text-pretty text-ink-2">{notes.join(" ")}</p>}
      <div className="mt-6 flex flex-col items-center gap-3 rounded-lg bg-white p-6 text-black">
        <svg
          role="img"
          aria-label={t("qrText")}
          viewBox={`0 0 ${qr.side} ${qr.side}`}
          className="w-full max-w-56"
          shapeRendering="crispEdges"
        >
          <path d={qr.path} fill="currentColor" />
        </svg>
        <p className="text-center text-sm">
          {t("code")}{" "}
          <span dir="ltr" className="font-mono font-semibold text-md tracking-wider">
            {code}
          </span>
        </p>
      </div>
      <ClientMessages namespaces={["common", "referral"]}>
        <ShareLink link={link} programName={program.name} />
      </ClientMessages>
      <p className="mt-6 border-t pt-5 text-ink-2 text-md">
        {t("joined", { count: joined })}
        {pointsEarned > 0 && ` ${t("earned", { points: points.amount(pointsEarned) })}`}
      </p>
    </div>
  );
}
